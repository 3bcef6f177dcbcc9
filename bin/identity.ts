import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "#bin/child";
import { becomesFree, freePort } from "#bin/port";

type Demonstration = { folder: string; carteraPort: number; carteraUrl: string; clientSecret: string };

/** Starts the demonstration's identity provider, on the same port every time if it can: sessions carry its address. */
export async function startIdentityProvider(demo: Demonstration, stopping: AbortSignal) {
  mkdirSync(demo.folder, { recursive: true });
  const port = await portOf(demo);
  const child: Child = await startChild(
    {
      script: "identity-provider.ts",
      flags: ["--conditions=react-server"],
      readyLine: "identity provider ready",
      env: {
        NODE_ENV: "production",
        IDP_PORT: `${port}`,
        IDP_CLIENT_SECRET: demo.clientSecret,
        IDP_DATA: demo.folder,
        CARTERA_URL: demo.carteraUrl,
      },
    },
    stopping,
  );
  return { child, issuer: `http://127.0.0.1:${port}` };
}

async function portOf({ folder, carteraPort }: Demonstration): Promise<number> {
  const file = join(folder, "port");
  const kept = existsSync(file) ? Number(readFileSync(file, "utf8")) : carteraPort + 1;
  if (await becomesFree(kept, "127.0.0.1")) return keep(file, kept);
  return keep(file, await freePort());
}

function keep(file: string, port: number): number {
  writeFileSync(file, `${port}\n`);
  return port;
}
