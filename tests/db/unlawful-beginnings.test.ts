import type pg from "pg";
import { describe, expect, test } from "vitest";
import { type AnyMachine, statesOf } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { app, owner, within } from "#tests/db/app-role";

describe("a record begins", () => {
  const begun = Object.values(machines).flatMap((machine: AnyMachine) =>
    statesOf(machine).map((status) => ({ entity: machine.entity, status, isFirst: status === machine.first })),
  );
  const imported = (entity: string, status: string) => entity === "customer" && status === "enabled";

  // Its other columns are not told: a record that may begin so fails for want of them, after this.
  test.each(begun)("$entity as $status: $isFirst", async ({ entity, status, isFirst }) => {
    const { rows } = await owner.query(
      "select pg_get_triggerdef(oid) as trigger from pg_trigger where tgrelid = $1::regclass and tgname = $2",
      [`${entity}s`, `${entity}s_begin_first`],
    );
    const allowed = /'{(.*?)}'::text/.exec(rows[0]?.trigger)?.[1]?.split(",") ?? [];
    expect(allowed.includes(status)).toBe(isFirst || imported(entity, status));
  });

  test("but not in the middle of a life, unless its owner seeds it", async () => {
    const add = (client: pg.Client) =>
      client.query("insert into products (name, kind, status) values ('x', 'credit', 'inactive')");
    await expect(within(() => add(app))).rejects.toThrow("no product begins as inactive");
    await add(owner);
  });
});
