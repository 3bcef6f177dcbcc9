import { describe, expect, test } from "vitest";
import { app, owner, within } from "#tests/db/app-role";

const add = async (): Promise<string> =>
  (await app.query("insert into customers (status, registered_at) values ('enabled', now()) returning id")).rows[0].id;
const statusOf = async (id: string) => (await app.query("select status, moves from customers where id = $1", [id])).rows[0];

const write = (record: string, event: string, from: string, to: string, seq = 1) =>
  app.query(
    "insert into transitions (entity, record, seq, event, from_status, to_status) values ('customer', $1, $2, $3, $4, $5)",
    [record, seq, event, from, to],
  );
const become = (record: string, status: string, more = "moves = moves + 1, status_changed_at = now()") =>
  app.query(`update customers set status = $2, ${more} where id = $1`, [record, status]);

describe("a status changes", () => {
  test("with its transition, and each change with its own", async () => {
    const id = await add();
    await within(async () => {
      await write(id, "disable", "enabled", "disabled");
      await become(id, "disabled");
      await write(id, "enable", "disabled", "enabled", 2);
      await become(id, "enabled");
    });
    expect(await statusOf(id)).toEqual({ status: "enabled", moves: 2 });
  });

  test("and is in the tally, which the app itself may not write", async () => {
    const { rows: before } = await app.query("select sum(records)::int as records from status_tally where status = 'enabled'");
    await add();
    const { rows: after } = await app.query("select sum(records)::int as records from status_tally where status = 'enabled'");
    expect(after[0].records).toBe(before[0].records + 1);
  });

  const enabled = "goes from enabled to disabled without a transition";
  const ways: Record<string, [because: string, run: (id: string) => Promise<unknown>]> = {
    "by itself": [enabled, (id) => become(id, "disabled")],
    "by nothing but itself": [enabled, (id) => app.query("update customers set status = 'disabled' where id = $1", [id])],
    "with all others": [enabled, () => app.query("update customers set status = 'disabled'")],
    "where another row stood": [
      enabled,
      (id) => app.query("insert into customers (id) values ($1) on conflict (id) do update set status = 'disabled'", [id]),
    ],
    "by an edge that no machine has": ["transitions_legal", (id) => write(id, "enable", "enabled", "blocked")],
    "with a transition to another state": [
      enabled,
      async (id) => {
        await write(id, "block", "enabled", "blocked");
        await become(id, "disabled");
      },
    ],
    "with a transition from another state": [
      "goes from enabled to blocked without a transition",
      async (id) => {
        await write(id, "block", "disabled", "blocked");
        await become(id, "blocked");
      },
    ],
    "with a transition of another entity": [
      enabled,
      async (id) => {
        await app.query(
          "insert into transitions (entity, record, seq, event, from_status, to_status) values ('offer', $1, 1, 'disable', 'enabled', 'disabled')",
          [id],
        );
        await become(id, "disabled");
      },
    ],
    "with another record's transition": [
      enabled,
      async (id) => {
        const other = await add();
        await write(other, "disable", "enabled", "disabled");
        await become(other, "disabled");
        await become(id, "disabled");
      },
    ],
    "with a transition that was used": [
      enabled,
      async (id) => {
        await write(id, "disable", "enabled", "disabled");
        await become(id, "disabled");
        await write(id, "enable", "disabled", "enabled", 2);
        await become(id, "enabled");
        await become(id, "disabled");
      },
    ],
    "with a transition out of turn": [
      enabled,
      async (id) => {
        await write(id, "disable", "enabled", "disabled", 2);
        await become(id, "disabled");
      },
    ],
    "with one that was taken back": [
      enabled,
      async (id) => {
        await app.query("savepoint before");
        await write(id, "disable", "enabled", "disabled");
        await app.query("rollback to before");
        await become(id, "disabled");
      },
    ],
    "with a transition in a table of one's own": [
      enabled,
      async (id) => {
        await app.query("create temp table transitions (like public.transitions including defaults) on commit drop");
        await app.query("alter table pg_temp.transitions alter id drop not null");
        await app.query("set local search_path = pg_temp, public");
        await write(id, "disable", "enabled", "disabled");
        await become(id, "disabled");
      },
    ],
    "by another identity": [
      "is not for writing",
      (id) => app.query("update customers set id = gen_random_uuid() where id = $1", [id]),
    ],
    "by another number, of which its ID is made": [
      "is not for writing",
      (id) => app.query("update customers set number = default where id = $1", [id]),
    ],
    "by a count alone": [
      "goes from enabled to enabled without a transition",
      (id) => app.query("update customers set moves = 1 where id = $1", [id]),
    ],
    "by its instant alone": [
      "goes from enabled to enabled without a transition",
      (id) => app.query("update customers set status_changed_at = now() - interval '1 day' where id = $1", [id]),
    ],
    ...Object.fromEntries(
      [
        "moves = moves, status_changed_at = now()",
        "moves = moves + 2, status_changed_at = now()",
        "moves = moves + 1",
        "moves = moves + 1, status_changed_at = now() - interval '1 day'",
      ].map((more) => [
        `with ${more}`,
        [
          "counts one, and is of now",
          async (id: string) => {
            await write(id, "disable", "enabled", "disabled");
            await become(id, "disabled", more);
          },
        ],
      ]),
    ),
    "before it is there": ["begins without moves", () => app.query("insert into customers (moves) values (1)")],
  };
  test.each(Object.entries(ways))("but not %s", async (_, [because, run]) => {
    const id = await add();
    await expect(within(() => run(id))).rejects.toThrow(because);
    expect(await statusOf(id)).toEqual({ status: "enabled", moves: 0 });
  });

  test("but not with a transition of an earlier transaction", async () => {
    const id = await add();
    await owner.query("alter table transitions disable trigger transitions_are_made");
    await within(() => write(id, "disable", "enabled", "disabled"));
    await owner.query("alter table transitions enable trigger transitions_are_made");
    await expect(become(id, "disabled")).rejects.toThrow(enabled);
  });
});

describe("a transition that nothing follows fails at the commit", () => {
  test.each([
    ["of a record that stays", (id: string) => write(id, "disable", "enabled", "disabled")],
    ["of no record", () => write("00000000-0000-4000-8000-000000000000", "disable", "enabled", "disabled")],
    [
      "of a record whose move is taken back",
      async (id: string) => {
        await write(id, "disable", "enabled", "disabled");
        await app.query("savepoint before");
        await become(id, "disabled");
        await app.query("rollback to before");
      },
    ],
  ])("%s", async (_, run) => {
    const id = await add();
    await expect(within(() => run(id))).rejects.toThrow("no customer made the move disable");
    expect((await app.query("select from transitions where record = $1", [id])).rowCount).toBe(0);
  });

  test.each([0, -1])("or at once, numbered before the first: %i", async (seq) => {
    const id = await add();
    await expect(write(id, "disable", "enabled", "disabled", seq)).rejects.toThrow("transitions_counted");
  });
});
