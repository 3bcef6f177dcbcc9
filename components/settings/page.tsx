import { SettingRow } from "#components/settings/field";
import { Operators, Versions } from "#components/settings/past";
import { Preview } from "#components/settings/preview";
import { settingFields, settingGroups, settingNames } from "#lib/settings/field";
import type { ShownSettings } from "#lib/settings/shown";

/** The project and its business rules: the form, what it would change, and what was changed before. */
export function SettingsPage(shown: ShownSettings) {
  const { t, preview } = shown;
  return (
    <main id="content" className="record settings">
      <h1>{t("settings.title")}</h1>
      <p className="meaning">{t("settings.lead")}</p>
      <p className="meaning">
        <a href="/settings/tokens">{t("token.title")}</a>: {t("settings.tokens_why")}
      </p>
      <Notices {...shown} />
      {preview !== undefined && <Preview preview={preview} shown={shown} />}
      <form method="get" action="/settings" autoComplete="off">
        <input type="hidden" name="state" value={shown.state} />
        <div className="sections">
          {settingGroups.map((group) => (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h2 id={`group-${group}`}>{t(`settings.group_${group}`)}</h2>
              {settingNames
                .filter((name) => settingFields[name].group === group)
                .map((name) => (
                  <SettingRow key={name} name={name} shown={shown} />
                ))}
            </section>
          ))}
        </div>
        <p className="actions">
          <button type="submit" className="button primary">
            {t("settings.preview")}
          </button>
        </p>
      </form>
      <Versions {...shown} />
      <Operators {...shown} />
    </main>
  );
}

function Notices({ notice, faults, t }: ShownSettings) {
  return (
    <>
      {notice !== undefined && (
        <section
          className={notice.kind === "saved" ? "told" : "told refused"}
          role={notice.kind === "saved" ? "status" : "alert"}
        >
          {notice.kind === "overtaken" && <h2>{t("settings.overtaken_title")}</h2>}
          <p>{notice.sentence}</p>
        </section>
      )}
      {faults.length > 0 && (
        <section className="told refused" role="alert">
          <h2>{t("settings.not_saved")}</h2>
          <ul>
            {faults.map(({ name, sentence }) => (
              <li key={name}>
                <a href={`#setting-${name}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
