import type { KoaContextWithOIDC } from "oidc-provider";
import { type Language, languages } from "#lib/messages/catalogue";

/** The language the app asks for (`ui_locales`), else the browser's. */
export function languageOf(context: KoaContextWithOIDC, asked?: unknown): Language {
  return (
    languages.find((each) => each === asked) ?? languages.find((each) => each === context.acceptsLanguages(...languages)) ?? "en"
  );
}
