import { Facts } from "#components/profile/facts";
import type { CustomerStatus, IdType } from "#lib/domain/customer";
import { type Captured, defaultRequirements, type Requirement } from "#lib/domain/requirement";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";

type Person = Captured & {
  code: string;
  externalId: string | null;
  status: CustomerStatus;
  name: string;
  idType: IdType | null;
  dataAcceptedAt: string | null;
  commercialAcceptedAt: string | null;
  activatedAt: string | null;
  activeCredits: number;
  createdAt: string;
  registeredAt: string | null;
  statusChangedAt: string;
  missing: Requirement[];
};

export type PersonProps = {
  person: Person;
  status: { label: string; meaning: string; allows: readonly string[] };
  t: Translate;
  format: Format;
  isMasked: boolean;
};

/** What is known of one person: status, what was captured, consents, and the way to being a customer. */
export function PersonPage({ person, status, t, format, isMasked }: PersonProps) {
  const moment = (at: string | null) => at && format.moment(new Date(at));
  const list = person.status === "unregistered" ? "pre-customers" : "customers";
  const verified = (value: string | null, isVerified: boolean) =>
    value && `${value} (${t(isVerified ? "person.verified" : "person.unverified")})`;
  return (
    <main id="content" className="record">
      <nav className="crumbs" aria-label={t("shell.people")}>
        <a href={`/${list}`}>{t(`${list}.title`)}</a>
      </nav>
      <header className="record-head">
        <h1>{person.name || t("person.unnamed")}</h1>
        <p>
          <b className="id">{person.code}</b> <span data-status={person.status}>{status.label}</span>
        </p>
        <p className="meaning">
          {status.meaning}.{" "}
          {status.allows.length > 0 ? `${t("person.allows")}: ${status.allows.join(", ")}.` : `${t("person.allows_nothing")}.`}
        </p>
        {isMasked && <p className="meaning">{t("person.masked")}</p>}
      </header>
      <div className="sections">
        {person.status === "unregistered" && <Requirements missing={person.missing} t={t} />}
        <Facts
          title={t("person.captured")}
          facts={[
            [t("person.first_name"), person.firstName],
            [t("person.last_name"), person.lastName],
            [t("pre-customers.id_type"), person.idType && t(`id_type.${person.idType}`)],
            [t("customers.national_id"), person.nationalId],
            [t("customers.phone"), verified(person.phone, person.isPhoneVerified)],
            [t("customers.email"), verified(person.email, person.isEmailVerified)],
            [t("person.address"), person.address],
            [t("person.external_id"), person.externalId],
          ]}
        />
        <Facts
          title={t("person.onboarding")}
          facts={[
            [t("person.made"), moment(person.createdAt)],
            [t("person.activated"), moment(person.activatedAt)],
            ...(person.registeredAt === null ? [] : ([[t("customers.created"), moment(person.registeredAt)]] as const)),
            [t(`${list}.modified`), moment(person.statusChangedAt)],
            ...(person.status === "unregistered"
              ? []
              : ([[t("customers.active_credits"), format.count(person.activeCredits)]] as const)),
          ]}
        />
        <Facts
          title={t("person.consents")}
          facts={[
            [t("person.data_accepted"), moment(person.dataAcceptedAt) ?? t("person.not_given")],
            [t("person.commercial_accepted"), moment(person.commercialAcceptedAt) ?? t("person.not_given")],
          ]}
        />
      </div>
    </main>
  );
}

function Requirements({ missing, t }: { missing: readonly Requirement[]; t: Translate }) {
  return (
    <section>
      <h2>{t("person.requirements")}</h2>
      <ul className="requirements">
        {defaultRequirements.map((each) => {
          const isMissing = missing.includes(each);
          return (
            <li key={each} data-met={!isMissing}>
              {t(`requirement.${each}`)} <span>{t(isMissing ? "person.missing" : "person.met")}</span>
            </li>
          );
        })}
      </ul>
      {missing.length === 0 && <p>{t("person.all_met")}</p>}
    </section>
  );
}
