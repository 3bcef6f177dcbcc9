import { expect, test } from "vitest";
import { unspendable } from "#lib/available";
import { accountStatuses } from "#lib/domain/account";
import { translators } from "#lib/messages/catalogue";

test("nothing of an account can be spent but while it takes purchases, and it is said so", () => {
  expect(accountStatuses.map((status) => unspendable(status, { language: "en", t: translators.en }))).toEqual([
    undefined,
    "Nothing can be spent while Suspended.",
    "Nothing can be spent while Canceled.",
  ]);
  expect(unspendable("suspended", { language: "es", t: translators.es })).toMatch(/ está Suspendida\.$/);
});
