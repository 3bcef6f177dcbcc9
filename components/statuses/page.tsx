import { StatusSection } from "#components/statuses/entity";
import { Legend } from "#components/statuses/legend";
import { entities } from "#lib/domain/machines";
import type { Language, Translate } from "#lib/messages/catalogue";

/** The annex: every entity's states and events, made from its machine. */
export function Statuses({ t, language }: { t: Translate; language: Language }) {
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
        <StatusSection key={entity} entity={entity} t={t} language={language} />
      ))}
    </main>
  );
}
