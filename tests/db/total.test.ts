import { sql } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { defineList } from "#db/list";
import { countFound } from "#db/list/total";
import { asked } from "#tests/db/lists";

const many = pgTable("many", { id: integer("id"), code: text("code"), status: text("status"), search: text("search") });
const list = defineList({
  name: "customers",
  record: "customer",
  from: many,
  id: many.id,
  code: many.code,
  search: many.search,
  status: many.status,
  statuses: ["enabled"],
  columns: { number: { sql: many.id, kind: "count", sort: true, filter: "range" } },
  defaultSort: { column: "number", direction: "asc" },
  pageSize: 10,
});

beforeAll(async () => {
  await db.execute(sql`create table many as
    select number as id, record_code('C', number) as code, 'enabled' as status, chr(31) || 'ana' || chr(31) as search from generate_series(1, 100002) as number`);
});

describe.each([
  { by: "filters", words: [], most: 100_000 },
  { by: "words", words: ["ana"], most: 1_000 },
])("counting by $by", ({ words, most }) => {
  const counted = (address: string) => countFound(list, asked(list, address, { words }));

  test("is exact up to its bound", async () => {
    expect(await counted(`number_to=${most - 1}`)).toEqual({ records: most - 1, isMore: false });
    expect(await counted(`number_to=${most}`)).toEqual({ records: most, isMore: false });
  });

  test("stops there, and says that there are more", async () => {
    expect(await counted(`number_to=${most + 1}`)).toEqual({ records: most, isMore: true });
  });

  test("goes on when told so", async () => {
    expect(await counted(`number_to=${most + 2}&count=exact`)).toEqual({ records: most + 2, isMore: false });
  });
});
