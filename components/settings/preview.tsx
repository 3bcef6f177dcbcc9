import type { ShownPreview, ShownSettings } from "#lib/settings/shown";
import { settingLabel } from "#lib/settings/words";

/** What the settings that were typed would change and whom they would move, and the button that saves them. */
export function Preview({ preview, shown }: { preview: ShownPreview; shown: ShownSettings }) {
  const { t } = shown;
  const { changes, effects, sent } = preview;
  if (changes.length === 0) return <p role="status">{t("settings.unchanged")}</p>;
  return (
    <section className="preview">
      <h2>{t("settings.preview_title")}</h2>
      <section className="table-box" tabIndex={0} aria-label={t("settings.preview_title")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("settings.setting")}</th>
              <th scope="col">{t("settings.before")}</th>
              <th scope="col">{t("settings.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ name, before, after }) => (
              <tr key={name} data-setting={name}>
                <th scope="row">{settingLabel(name, shown)}</th>
                <td>{before}</td>
                <td>{after}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {effects !== undefined && <Effects effects={effects} shown={shown} />}
      <form method="post" action="/settings/save">
        {sent.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button primary">
          {t("settings.save")}
        </button>
        <a className="button" href="/settings">
          {t("settings.discard")}
        </a>
      </form>
    </section>
  );
}

function Effects({ effects, shown: { t } }: { effects: readonly string[]; shown: ShownSettings }) {
  return (
    <div className="effects">
      <h3>{t("settings.effects")}</h3>
      {effects.length === 0 ? (
        <p>{t("settings.moves_nobody")}</p>
      ) : (
        <ul>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
