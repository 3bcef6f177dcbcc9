import "server-only";
import { z } from "zod";
import { readRoleMap } from "#app/claims";

const schema = z.object({
  /** The one origin under which the app is reached. */
  CARTERA_URL: z.url().transform((url) => new URL(url)),
  NEXTAUTH_SECRET: z.string().min(32),
  OIDC_ISSUER: z.url().transform((url) => url.replace(/\/$/, "")),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  OIDC_ROLE_CLAIM: z.string().default("cartera_role"),
  /** `cartera-admins=super_admin,execs=account_executive`; without it the claim holds our own names. */
  OIDC_ROLE_MAP: z.string().optional().transform(readRoleMap),
  /** Levels of assurance, separated by spaces, one of which the provider must state. */
  OIDC_ACR: z
    .string()
    .default("")
    .transform((text) => text.split(" ").filter(Boolean)),
  /** Whom to ask for a role, as shown on the screen. */
  OIDC_HELP: z.string().optional(),
});

let known: z.output<typeof schema> | undefined;

/** What the process was started with; read when first needed, since a build has none of it. */
export function environment() {
  known ??= schema.parse(present(process.env));
  return known;
}

/** A variable set to nothing is one that is not set. */
const present = (variables: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
