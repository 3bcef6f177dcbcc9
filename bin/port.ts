import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** A port of the loopback interface that nobody listens on. */
export const freePort = () => listenOnce(0, "127.0.0.1");

/** Whether the port can be listened on, or can be soon: a server that is just going away is waited for. */
export async function becomesFree(port: number, host: string, withinMs = 3000): Promise<boolean> {
  const until = Date.now() + withinMs;
  for (;;) {
    const isFree = await listenOnce(port, host).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EADDRINUSE") return false;
        throw error;
      },
    );
    if (isFree || Date.now() > until) return isFree;
    await pause(100);
  }
}

function listenOnce(port: number, host: string): Promise<number> {
  return new Promise((listened, failed) => {
    const server = createServer().once("error", failed);
    server.listen({ port, host }, () => {
      const address = server.address();
      server.close(() => listened(typeof address === "object" && address ? address.port : port));
    });
  });
}
