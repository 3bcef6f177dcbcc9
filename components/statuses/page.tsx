import { StatusSection } from "#components/statuses/entity";
import { Legend } from "#components/statuses/legend";
import { entities } from "#lib/domain/machines";
import type { Language, Translate } from "#lib/messages/catalogue";

type StatusesProps = {
  /** Whether who reads it may change the rules that it names. */ maySet: boolean;
  t: Translate;
  language: Language;
};

/** The annex: every entity's states and events, made from its machine. */
export function Statuses({ maySet, t, language }: StatusesProps) {
  return (
    <main id="content" className="statuses">
      <h1>{t("statuses.title")}</h1>
      <p className="lead">{t("statuses.lead")}</p>
      <nav className="annex-contents" aria-label={t("statuses.contents")}>
        <ul>
          {entities.map((entity) => (
            <li key={entity}>
              <a href={`#${entity}`}>{t(`statuses.entity_${entity}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Legend t={t} />
      {entities.map((entity) => (
        <StatusSection key={entity} entity={entity} maySet={maySet} t={t} language={language} />
      ))}
    </main>
  );
}
