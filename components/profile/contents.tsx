import type { Translate } from "#lib/messages/catalogue";

/** What stands on the page and how much of it there is, each a link to its place. */
export function Contents({
  places,
  t,
}: {
  places: readonly (readonly [id: string, name: string, count?: string])[];
  t: Translate;
}) {
  return (
    <nav className="on-page" aria-label={t("profile.contents")}>
      <ul>
        {places.map(([id, name, count]) => (
          <li key={id}>
            <a href={`#${id}`}>
              {name} {count !== undefined && <b>{count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
