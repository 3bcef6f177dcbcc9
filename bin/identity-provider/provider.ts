import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import { keysIn } from "#bin/identity-provider/keys";
import { languageOf } from "#bin/identity-provider/language";
import { operators } from "#bin/identity-provider/operators";
import { errorPage, leavePage } from "#bin/identity-provider/pages";

export type Settings = { issuer: string; clientSecret: string; folder: string; carteraUrl: string };

const scope = "openid profile email";
const day = 24 * 60 * 60;

/** An OpenID provider for one client, the app; its people are the demonstration's operators. */
export function identityProvider(settings: Settings): Provider {
  return new Provider(settings.issuer, { ...whoIsWho, ...pagesOf(settings), ...secretsOf(settings) });
}

const whoIsWho = {
  claims: { openid: ["sub", "cartera_role"], profile: ["name"], email: ["email"] },
  // The app reads who signed in from the ID token alone.
  conformIdTokenClaims: false,
  scopes: ["openid", "profile", "email"],
  responseTypes: ["code"],
  pkce: { required: () => true },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 3600, Session: day, Grant: day },
  findAccount(_context, subject) {
    const operator = operators.find((each) => each.subject === subject);
    if (operator === undefined) return undefined;
    const { name, email, role } = operator;
    return { accountId: subject, claims: () => ({ sub: subject, name, email, cartera_role: role }) };
  },
  // Operators are not asked to consent to their own company's app.
  async loadExistingGrant({ oidc: { client, session, provider } }) {
    if (client === undefined || session?.accountId === undefined) return undefined;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope(scope);
    await grant.save();
    return grant;
  },
} satisfies Configuration;

function pagesOf({ carteraUrl }: Settings) {
  return {
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: true, logoutSource: leave },
    },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    renderError(context) {
      context.type = "html";
      context.body = errorPage(languageOf(context), carteraUrl);
    },
  } satisfies Configuration;
}

function secretsOf({ issuer, clientSecret, folder, carteraUrl }: Settings) {
  const keys = keysIn(folder);
  // The ports of 127.0.0.1 share their cookies.
  const prefix = `cartera-idp-${new URL(issuer).port}`;
  return {
    jwks: { keys: [keys.signing] },
    cookies: {
      keys: [keys.cookies],
      names: { session: `${prefix}.session`, interaction: `${prefix}.interaction`, resume: `${prefix}.resume` },
    },
    clients: [
      {
        client_id: "cartera",
        client_secret: clientSecret,
        redirect_uris: [`${carteraUrl}/api/auth/callback/company`],
        post_logout_redirect_uris: [`${carteraUrl}/sign-in?left=1`],
      },
    ],
  } satisfies Configuration;
}

/** Whoever brings the ID token of a sign-in has proved which one ends; anyone else is asked first. */
async function leave(context: KoaContextWithOIDC, form: string) {
  const { entities, params, session, provider } = context.oidc;
  const next = params?.["post_logout_redirect_uri"];
  if (entities.IdTokenHint === undefined || session === undefined || typeof next !== "string") {
    context.body = leavePage(languageOf(context, params?.["ui_locales"]), form);
    return;
  }
  await session.destroy();
  context.cookies.set(provider.cookieName("session"), null);
  context.redirect(next);
}
