import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "#bin/folder";
import { endWith, Refusal } from "#bin/refusal";
import { requireSettings, timeIn } from "#bin/settings";

/** Behind a database and an identity provider of one's own: nothing is started but the server. */
try {
  const needed = ["DATABASE_URL", "CARTERA_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "NEXTAUTH_SECRET"];
  requireSettings(process.env, needed);
  timeIn(process.env, "CLOSE_DAY_AT");
  if (!existsSync(join(root, ".next/BUILD_ID"))) throw new Refusal('There is no build yet: run "npm run build" first.');
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXTAUTH_URL: process.env["CARTERA_URL"],
    CARTERA_DEMO: "",
    CARTERA_DEV: "",
  });
  await import("#bin/serve");
} catch (error) {
  endWith(error);
}
