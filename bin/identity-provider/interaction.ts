import { text } from "node:stream/consumers";
import type Provider from "oidc-provider";
import type { KoaContextWithOIDC } from "oidc-provider";
import { languageOf } from "#bin/identity-provider/language";
import { operators } from "#bin/identity-provider/operators";
import { errorPage, operatorsPage } from "#bin/identity-provider/pages";

type Next = () => Promise<void>;

/** The page on which an operator is chosen, and what its buttons do. */
export function interactionOf(provider: Provider, carteraUrl: string) {
  return async (context: KoaContextWithOIDC, next: Next) => {
    context.set({
      "Content-Security-Policy": `default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self' ${carteraUrl}; frame-ancestors 'none'; base-uri 'none'`,
      "Referrer-Policy": "no-referrer",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    if (context.path.startsWith("/interaction/")) await answer(provider, context, carteraUrl);
    else await next();
  };
}

async function answer(provider: Provider, context: KoaContextWithOIDC, carteraUrl: string) {
  const { req, res } = context;
  const interaction = await provider.interactionDetails(req, res).catch(() => undefined);
  if (interaction === undefined || interaction.exp < Date.now() / 1000) {
    context.status = 400;
    context.body = errorPage(languageOf(context), carteraUrl);
    return;
  }
  const chosen = context.method === "POST" ? new URLSearchParams(await text(req)).get("operator") : null;
  const operator = operators.find(({ subject }) => subject === chosen);
  const result = operator ? { login: { accountId: operator.subject } } : { error: "access_denied" };
  if (operator !== undefined || context.path.endsWith("/cancel")) {
    context.redirect(await provider.interactionResult(req, res, result));
    context.status = 303;
    return;
  }
  context.body = operatorsPage(languageOf(context, interaction.params["ui_locales"]), interaction.uid);
}
