import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { checkBooks } from "#db/read/books-check";
import { accounts } from "#db/schema/account";
import { cardMessages } from "#db/schema/card-message";
import { credits, disputes } from "#db/schema/credit";
import { settlementFlags } from "#db/schema/settlement";
import { statements } from "#db/schema/statement";
import { flagKinds } from "#lib/domain/card-message";
import { expectTold, type Falsified } from "#tests/db/falsified";
import { seedPeople, today } from "#tests/db/lists";

beforeAll(() => seedPeople(600));

describe("the seeded card messages", () => {
  test("have come to all that one can come to, and their books are right", async () => {
    const rows = await db.select({ kind: cardMessages.kind, outcome: cardMessages.outcome }).from(cardMessages);
    expect([...new Set(rows.map(({ kind, outcome }) => `${kind} ${outcome}`))].toSorted()).toEqual(
      [
        ...["authorization approved", "authorization declined", "settlement booked", "refund booked", "refund waiting"],
        ...["reversal refused", "reversal released", "reversal waiting"],
      ].toSorted(),
    );
    expect((await checkBooks(db)).told).toEqual([]);
  });

  test("have every reason to be looked at: open, resolved by an operator in words, and by the system", async () => {
    const flags = await db.select().from(settlementFlags);
    expect([...new Set(flags.map(({ kind }) => kind))].toSorted()).toEqual([...flagKinds].toSorted());
    const ways = flags.map(({ resolvedEmail, comment }) => [resolvedEmail, comment !== null]);
    expect(ways).toContainEqual([null, false]);
    expect(ways).toContainEqual(["system", false]);
    expect(ways).toContainEqual(["business-account@demo.example", true]);
  });

  test("are of purchases that were disputed in every way", async () => {
    const all = await db.select().from(disputes);
    const ways = all.map(({ amount, accepted }) => {
      if (accepted === null) return "open";
      return accepted === 0n ? "lost" : accepted < amount ? "won in part" : "won";
    });
    expect([...new Set(ways)].toSorted()).toEqual(["lost", "open", "won", "won in part"]);
  });

  test("are billed by statements whose minimum was met, is unmet and suspends, and was carried on", async () => {
    const rows = await db
      .select({ statement: statements, account: accounts })
      .from(statements)
      .innerJoin(accounts, eq(accounts.id, statements.accountId));
    const ways = rows.flatMap(
      ({ statement: { minimum, added, dueOn }, account: { status, heldAt, minimumUnmet, minimumDueOn } }) => [
        ...(dueOn < today && minimumUnmet === 0n ? ["met"] : []),
        ...(dueOn > today && status === "active" && minimumUnmet > 0n ? ["not due yet"] : []),
        ...((minimumDueOn ?? today) < today && status === "suspended" && heldAt === null ? ["unmet"] : []),
        ...(added > 0n && added < minimum ? ["carried on"] : []),
      ],
    );
    expect([...new Set(ways)].toSorted()).toEqual(["carried on", "met", "not due yet", "unmet"]);
  });

  test("name the credit for which a reversal came too late", async () => {
    const { refusals, code } =
      (
        await db
          .select({ refusals: cardMessages.refusals, code: credits.code })
          .from(cardMessages)
          .innerJoin(credits, eq(credits.id, cardMessages.creditId))
          .where(eq(cardMessages.outcome, "refused"))
      )[0] ?? expect.fail();
    expect(refusals).toEqual([{ rule: "settled_already", values: { credit: code } }]);
  });
});

const ofAccount = (what: string, set: string, where: string): Falsified => ({
  ...{ what, table: "card_messages", set, where },
  told: ["accounts", "account_id"],
});
const ofFlag = (set: string, where: string): Falsified => ({
  ...{ what: "flag of a settlement", table: "settlement_flags", set, where },
  told: ["credits", "credit_id"],
});
const approved = "kind = 'authorization' and outcome = 'approved'";
const refunded = "kind = 'refund' and outcome = 'booked'";

const falsified: Falsified[] = [
  ofAccount("card of a message", "card_id = (select id from cards where account_id <> card_messages.account_id limit 1)", "true"),
  ofAccount("hold of an authorization", "pre_loan_id = null", approved),
  ofAccount("hold of an authorization", "amount_minor = amount_minor + 100", approved),
  ofAccount("hold of an authorization", "refusals = '[]'", "outcome = 'declined'"),
  ofAccount("hold of an authorization", "outcome = 'booked'", "kind = 'authorization'"),
  { what: "hold above the line", table: "accounts", set: "credit_line_minor = 1", where: "authorized_minor > 0" },
  ofAccount("hold above the line", "amount_minor = 90000000000", approved),
  {
    what: "hold of a reversed authorization",
    table: "pre_loans",
    set: "status = 'pending'",
    where:
      "id in (select b.pre_loan_id from card_messages b join card_messages r on r.purchase = b.purchase and r.outcome = 'released')",
    told: ["accounts", "account_id"],
  },
  ofAccount("credit of a settlement", "credit_id = null", "kind = 'settlement'"),
  ofAccount("credit of a settlement", "amount_minor = amount_minor + 100", "kind = 'settlement' and pre_loan_id is null"),
  ofAccount("credit of a settlement", "outcome = 'waiting'", "kind = 'settlement'"),
  {
    what: "credit of a settlement",
    table: "credits",
    set: "card_id = (select id from cards where account_id = credits.account_id and id <> credits.card_id limit 1)",
    where: "id in (select k.id from credits k join cards d on d.account_id = k.account_id and d.id <> k.card_id)",
    told: ["accounts", "account_id"],
  },
  {
    what: "origin of an account's credit",
    table: "card_messages",
    set: "credit_id = (select id from credits where account_id is not null and id <> card_messages.credit_id limit 1)",
    where: "kind = 'settlement'",
    told: ["credits", "credit_id"],
  },
  ofAccount("credit of a refund", "credit_id = (select id from credits where account_id is null limit 1)", refunded),
  ofAccount("credit of a refund", "purchase = 'another'", refunded),
  ofAccount(
    "message that waits",
    "purchase = (select purchase from card_messages m where kind = 'settlement' and m.account_id = card_messages.account_id limit 1)",
    "outcome = 'waiting'",
  ),
  ...["amount_minor = amount_minor + 100000000", "credit_id = (select id from credits where account_id is null limit 1)"].map(
    (set): Falsified => ({ what: "credit note of a refund", table: "credit_notes", set, told: ["credits", "credit_id"] }),
  ),
  { what: "outstanding", table: "credit_notes", set: "amount_minor = amount_minor - 100", told: ["credits", "credit_id"] },
  {
    what: "account's credit balance",
    table: "balance_refunds",
    set: "amount_minor = amount_minor + 100",
    told: ["accounts", "account_id"],
  },
  ofFlag("kind = 'no_authorization'", "kind = 'amount_differs'"),
  ofFlag("resolved_at = null, resolved_email = null", "resolved_email = 'system'"),
  ofFlag("resolved_at = now(), resolved_email = 'system'", "kind = 'no_authorization' and resolved_at is null"),
  ofFlag(`seen = '{"authorized": "minor:100", "settled": "minor:200"}'`, "kind = 'amount_differs'"),
  ofFlag("kind = 'reversed_late'", "kind = 'no_authorization'"),
  ofFlag(`seen = '{"amount": "minor:700"}'`, "kind = 'refund_of_closed'"),
  ofFlag(`seen = '{"amount": "minor:700"}'`, "kind = 'refund_in_dispute'"),
  ofFlag(`seen = seen || '{"above": "minor:0"}'`, "kind = 'refund_above'"),
  ...["no_authorization", "amount_differs", "reversed_late"].map(
    (kind): Falsified => ({
      what: "missing flag of a settlement",
      table: "settlement_flags",
      set: "kind = 'refund_above'",
      where: `kind = '${kind}'`,
      told: ["credits", "credit_id"],
    }),
  ),
];

test.each(falsified)("$what: $table set $set where $where", expectTold);
