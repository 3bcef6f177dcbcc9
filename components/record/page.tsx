import type { ReactNode } from "react";
import { Moves, type MovesProps } from "#components/moves/moves";
import { RecordHead, type RecordHeadProps } from "#components/profile/record-head";
import { Timeline, type TimelineProps } from "#components/profile/timeline";
import type { Permission } from "#lib/domain/actor";
import type { Named } from "#lib/records";
import type { Way } from "#lib/way";

/** What every record's page is handed besides the record. */
export type PageProps = Way & {
  status: RecordHeadProps["status"];
  moves: MovesProps;
  timeline: TimelineProps;
  isMasked: boolean;
  may: (permission: Permission) => boolean;
};

type Head = Pick<RecordHeadProps, "title" | "kind" | "crumb" | "figures"> & {
  code: string;
  isPersonal?: boolean;
  /** A section that needs all the width, below the actions, with what stands beside those. */
  wide?: { section: ReactNode; before: ReactNode };
};

/** A record's page: what it is, what can be done with it, its sections, and all that happened to it. */
export function RecordPage({
  page,
  children,
  isPersonal = true,
  wide,
  ...head
}: Head & { page: PageProps; children: ReactNode }) {
  const { status, moves, timeline, isMasked, t } = page;
  return (
    <main id="content" className="record">
      <RecordHead {...head} status={status} t={t} note={isPersonal && isMasked ? t("person.masked") : undefined} />
      {wide !== undefined && (
        <>
          <div className="sections aside">
            <Moves {...moves} />
            <div className="sections">{wide.before}</div>
          </div>
          <div className="sections">{wide.section}</div>
        </>
      )}
      <div className="sections aside">
        {wide === undefined && <Moves {...moves} />}
        <div className="sections">{children}</div>
        <Timeline {...timeline} />
      </div>
    </main>
  );
}

/** The way up from what belongs to a customer. */
export const crumbOf = ({ code, name }: Named) => ({ href: `/customers/${code}`, label: name === "" ? code : `${code} ${name}` });
