import { getTableColumns } from "drizzle-orm";
import { expect, test } from "vitest";
import { customers, erasedColumns } from "#db/schema/customer";

/** What tells nobody who it was; the ID that another system gave them goes too where it does. */
const kept = [
  ...["id", "number", "externalId", "status", "idType", "activeCredits", "moves"],
  ...["dataAcceptedAt", "commercialAcceptedAt", "activatedAt", "createdAt", "registeredAt", "statusChangedAt", "heldAt"],
];

test("of a customer every column is erased but those that tell nobody who it was", () => {
  const stored = Object.entries(getTableColumns(customers)).filter(([, { generated }]) => generated === undefined);
  const left = stored.map(([name]) => name).filter((name) => !Object.hasOwn(erasedColumns, name));
  expect(left.sort()).toEqual(kept.sort());
});
