import "server-only";
import { z } from "zod";
import { environment } from "#app/env";

const discovery = z.object({ end_session_endpoint: z.url() });

/** Where the provider ends its own session and sends the browser back; our page that says so when it cannot. */
export async function farewellAddress(idToken: string, language: string): Promise<string> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, CARTERA_URL } = environment();
  const endpoint = await fetch(`${OIDC_ISSUER}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(3000),
    cache: "no-store",
  })
    .then(async (response) => new URL(discovery.parse(await response.json()).end_session_endpoint))
    .catch(() => undefined);
  if (endpoint === undefined) return "/sign-in?left=here";
  endpoint.searchParams.set("id_token_hint", idToken);
  endpoint.searchParams.set("client_id", OIDC_CLIENT_ID);
  endpoint.searchParams.set("post_logout_redirect_uri", `${CARTERA_URL.origin}/sign-in?left=1`);
  endpoint.searchParams.set("ui_locales", language);
  return endpoint.href;
}
