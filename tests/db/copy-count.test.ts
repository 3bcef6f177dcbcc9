import { connect, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customerList } from "#app/customers/list";
import type { CopyEnd } from "#db/list/copy";

/** The message that ends the rows; the one that tells their number follows it. */
const copyDone = Buffer.from([0x63, 0, 0, 0, 4]);

/** A slow way to the database: what follows the end of the rows comes later, in a packet of its own. */
const way = createServer((near) => {
  const { hostname, port } = new URL(database);
  const far = connect(Number(port), hostname);
  for (const end of [near, far]) end.on("error", () => undefined);
  near.pipe(far);
  void carry(far, near);
});
const database = process.env["DATABASE_URL"] ?? "";

async function carry(far: Socket, near: Socket) {
  for await (const packet of far as AsyncIterable<Buffer>) {
    const at = packet.indexOf(copyDone);
    if (at < 0) near.write(packet);
    else {
      near.write(packet.subarray(0, at + copyDone.length));
      await pause(100);
      near.write(packet.subarray(at + copyDone.length));
    }
  }
  near.end();
}

beforeAll(async () => {
  await new Promise<void>((resolve) => way.listen(0, "127.0.0.1", resolve));
  const address = way.address();
  const slow = new URL(database);
  slow.port = String(typeof address === "object" ? address?.port : "");
  process.env["DATABASE_URL"] = slow.href;
});
afterAll(() => void way.close());

test("a file tells its number of rows, however late it comes", async () => {
  const { copyCsv } = await import("#db/list/copy");
  const { add, asked } = await import("#tests/db/lists");
  await add(
    { status: "enabled", registeredAt: "2026-01-05T10:00:00Z" },
    { status: "enabled", registeredAt: "2026-01-05T10:00:00Z" },
  );
  const ends: CopyEnd[] = [];
  const file = await copyCsv(customerList, asked(customerList), { headers: {}, values: {} }, async (end) => void ends.push(end));
  expect((await new Response(file ?? null).text()).trimEnd().split("\n")).toHaveLength(3);
  expect(ends).toEqual([{ isWhole: true, rows: 2 }]);
});
