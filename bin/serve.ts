import { createServer } from "node:http";
import next from "next";
import { z } from "zod";
import { responses } from "#app/answer";
import { startChild } from "#bin/child";
import { unreadable, wordFailures } from "#bin/serve/failure";
import { protect } from "#bin/serve/headers";
import { describeErrors } from "#bin/serve/log";
import { refuse } from "#bin/serve/refuse";
import { isCall, refuseCall } from "#bin/serve/refuse-call";

const environment = z
  .object({
    PORT: z.coerce.number().int().default(3000),
    HOST: z.string().default("127.0.0.1"),
    CARTERA_URL: z.url().transform((url) => new URL(url)),
    OIDC_ISSUER: z.url().transform((url) => new URL(url)),
    CARTERA_DEV: z.string().optional(),
    TRUST_PROXY: z.string().optional(),
    CLOSE_DAY_AT: z.string().optional(),
  })
  .parse(process.env);

describeErrors();

const { PORT: port, HOST: hostname, CARTERA_URL: own, OIDC_ISSUER: issuer } = environment;
const isDev = environment.CARTERA_DEV === "1";
const app = next({ dev: isDev, dir: process.cwd(), hostname, port });
await app.prepare();
const handle = app.getRequestHandler();
const surroundings = { own, issuer, isDev, trustsProxy: environment.TRUST_PROXY === "1" };

/** Longer than any address `refuse` lets pass, so that it is refused in words. */
const maxHeaderSize = 65_536;
/** A large import over a slow line. */
const requestTimeout = 30 * 60_000;
/** Longer than a proxy in front keeps one idle (nginx 60 s): what it sends on a connection that is being closed is lost. */
const keepAliveTimeout = 75_000;

const server = createServer({ maxHeaderSize, requestTimeout, keepAliveTimeout }, (request, response) => {
  const refused = (isCall(request.url) ? refuseCall : refuse)(request, own);
  protect(request, response, surroundings);
  if (refused !== undefined) {
    response.writeHead(refused.status, {
      "content-type": refused.type ?? "text/plain; charset=utf-8",
      ...(refused.location !== undefined && { location: refused.location }),
      ...(refused.allow !== undefined && { allow: refused.allow }),
      // What was sent with it is not read.
      connection: "close",
    });
    response.end(`${refused.because}\n`);
    return;
  }
  wordFailures(response);
  responses.run(response, () => void handle(request, response));
});
server.on("clientError", (_, socket) => {
  if (socket.writable) socket.end(unreadable);
});
// What nobody catches Next logs, and goes on: whoever started a server that cannot listen would wait for it in vain.
server.once("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
if (isDev) server.on("upgrade", app.getUpgradeHandler());
const clock = environment.CLOSE_DAY_AT ? await startClock() : undefined;
server.listen(port, hostname, () => console.log("listening"));

for (const signal of ["SIGTERM", "SIGINT", "disconnect"]) process.once(signal, stop);

/** In a process of its own, whose work the pages do not wait for. */
function startClock() {
  const flags = ["--conditions=react-server"];
  const env = { DATABASE_CONNECTIONS: "6" };
  return startChild({ script: "serve/day-clock.ts", flags, readyLine: "waiting", env }, new AbortController().signal);
}

function stop() {
  const clockStops = clock?.stop();
  server.close(() => void Promise.resolve(clockStops).finally(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), 10_000).unref();
}
