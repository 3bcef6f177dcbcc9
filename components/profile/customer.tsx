import { Moves, type MovesProps } from "#components/moves/moves";
import { Contents } from "#components/profile/contents";
import { Creation, type CreationProps } from "#components/profile/creation";
import { Notes } from "#components/profile/notes";
import { Onboarding } from "#components/profile/onboarding";
import { Personal } from "#components/profile/personal";
import { figuresOf, type Portfolio, PortfolioTables, placesOf } from "#components/profile/portfolio";
import { RecordHead, type RecordHeadProps } from "#components/profile/record-head";
import { Requirements } from "#components/profile/requirements";
import { Timeline, type TimelineProps } from "#components/profile/timeline";
import { Violations } from "#components/profile/violations";
import { Written } from "#components/profile/written";
import type { Forms, Person, ProfileNote, ProfileViolation } from "#lib/profile";
import type { Shown } from "#lib/records";
import type { Way } from "#lib/way";

type CustomerProps = {
  person: Person;
  status: RecordHeadProps["status"];
  isMasked: boolean;
  /** What the last form of the page came to. */
  written: string[];
  moves: MovesProps;
  violations: Shown<ProfileViolation>;
  notes: Shown<ProfileNote> | undefined;
  forms: Forms;
  timeline: TimelineProps;
  portfolio: Portfolio | undefined;
  creation: CreationProps["creation"] | undefined;
  way: Way;
};

/** The page of one person: of a customer what they have, of a pre-customer what is still missing to be one. */
export function CustomerPage(props: CustomerProps) {
  const { person, moves, violations, notes, forms, timeline, portfolio, way } = props;
  const { t, format } = way;
  const isDeleted = person.status === "deleted";
  const personal = <Personal person={person} forms={forms} t={t} />;
  const onboarding = <Onboarding person={person} forms={forms} t={t} format={format} />;
  return (
    <main id="content" className="record profile">
      <Head {...props} />
      <div className="columns">
        <div className="wide sections">
          {portfolio === undefined ? (
            <>
              <Requirements person={person} t={t} />
              {personal}
            </>
          ) : (
            <PortfolioTables portfolio={portfolio} way={way} />
          )}
        </div>
        <div className="narrow sections">
          <Moves {...moves} />
          {portfolio === undefined ? onboarding : !isDeleted && personal}
          <Violations violations={violations} heldAt={person.heldAt} forms={forms} t={t} format={format} />
          {portfolio !== undefined && onboarding}
        </div>
        <div className="past sections">
          {!isDeleted && <Notes notes={notes} forms={forms} t={t} format={format} />}
          <Timeline {...timeline} />
        </div>
      </div>
    </main>
  );
}

function Head({ person, status, isMasked, written, violations, notes, portfolio, creation, way }: CustomerProps) {
  const { t, format } = way;
  const list = person.status === "unregistered" ? "pre-customers" : "customers";
  const isDeleted = person.status === "deleted";
  const open = violations.rows.filter(({ resolvedAt }) => resolvedAt === null).length;
  return (
    <>
      <RecordHead
        crumb={{ href: `/${list}`, label: t(`${list}.title`) }}
        title={isDeleted ? t("profile.deleted") : person.name || t("person.unnamed")}
        code={person.code}
        status={status}
        figures={portfolio === undefined ? [] : figuresOf(portfolio, way)}
        note={isMasked && !isDeleted ? t("person.masked") : undefined}
        t={t}
      />
      {creation !== undefined && <Creation creation={creation} t={t} />}
      {portfolio !== undefined && (
        <Contents
          t={t}
          places={[
            ...placesOf(portfolio, way),
            ["violations", t("profile.open_violations"), format.count(open)],
            ...(notes === undefined ? [] : [["notes", t("profile.notes"), format.count(notes.total)] as const]),
            ["timeline", t("timeline.title")],
          ]}
        />
      )}
      <Written lines={written} />
    </>
  );
}
