import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { freePort } from "#bin/port";

/** A line to a port of this machine that can be cut and mended, as cables are. */
export type Line = { port: number; cut: () => void; mend: () => Promise<void> };

export async function lineTo(far: number): Promise<Line> {
  const port = await freePort();
  const sockets = new Set<Socket>();
  let server = createServer();
  const mend = async () => {
    server = createServer((near) => join(near, connect(far, "127.0.0.1"), sockets));
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const cut = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  await mend();
  return { port, cut, mend };
}

function join(near: Socket, far: Socket, sockets: Set<Socket>) {
  near.pipe(far).pipe(near);
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    sockets.add(one);
    one.on("error", () => other.destroy()).on("close", () => sockets.delete(one));
  }
}
