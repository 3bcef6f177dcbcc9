import type { Translate } from "#lib/messages/catalogue";
import type { Person } from "#lib/profile";

/** All that the project asks of whoever wants to be a customer, each met or missing. */
export function Requirements({ person: { asked, missing }, t }: { person: Person; t: Translate }) {
  return (
    <section>
      <h2>{t("person.requirements")}</h2>
      <ul className="requirements">
        {asked.map((each) => {
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
