import type { Language, Translate } from "#lib/messages/catalogue";

const languageNames = { en: "English", es: "Español" } as const;
const themes = ["system", "light", "dark"] as const;

/** Language and theme: each choice is a button of one form, so that it works without script. */
export function Preferences({ t, language, theme, back }: { t: Translate; language: Language; theme: string; back: string }) {
  return (
    <details className="menu preferences" name="menu">
      <summary>
        {language.toUpperCase()} ◐
        <span className="sr-only">
          {t("shell.language")}, {t("shell.theme")}
        </span>
      </summary>
      <form method="post" action="/preferences">
        <input type="hidden" name="back" value={back} />
        <fieldset>
          <legend>{t("shell.language")}</legend>
          {Object.entries(languageNames).map(([key, name]) => (
            <button key={key} type="submit" name="language" value={key} lang={key} aria-pressed={key === language}>
              {name}
            </button>
          ))}
        </fieldset>
        <fieldset>
          <legend>{t("shell.theme")}</legend>
          {themes.map((each) => (
            <button key={each} type="submit" name="theme" value={each} aria-pressed={each === theme}>
              {t(`shell.theme_${each}`)}
            </button>
          ))}
        </fieldset>
      </form>
    </details>
  );
}
