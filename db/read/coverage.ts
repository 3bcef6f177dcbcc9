import "server-only";
import { sql } from "drizzle-orm";
import { findBooks, type StoredBook } from "#db/books/find";
import { findPayoff } from "#db/books/payoff";
import { splitAmong } from "#db/books/split";
import { findOwed, type Payable } from "#db/facts/payable";
import type { Seen, Sight } from "#db/facts/sight";
import { only, question } from "#db/question";
import { foresee, withPaid } from "#db/read/foreseen";
import type { Split } from "#lib/domain/account-payment";
import { sumOf } from "#lib/domain/allocation";
import { replayBook } from "#lib/domain/book";
import type { Refusal } from "#lib/domain/machine";
import { prePaymentMachine } from "#lib/domain/pre-payment";
import { offers } from "#lib/domain/transition";
import type { Foreseen } from "#lib/foreseen";
import type { Announcement } from "#lib/paying";

/** What stands in the way of a payment being confirmed. */
export async function findObstacles(
  { rules, businessDate, ...sight }: Sight,
  payable: Payable,
  { amountMinor, channel, datedOn, isPayoff }: Announcement,
): Promise<Refusal[]> {
  const { creditStatus, accountStatus, productStatus, customerStatus, entity, id } = payable;
  const owed =
    isPayoff && entity === "credit"
      ? await findPayoff({ ...sight, rules, businessDate }, id)
      : await findOwed(sight.db, payable, datedOn);
  const facts = {
    ...{ creditStatus, accountStatus, productStatus, customerStatus, channel, amountMinor, datedOn, businessDate },
    ...{ owedMinor: owed, overpaymentLimitMinor: rules.overpaymentLimitMinor },
  };
  const asked = offers(prePaymentMachine, "pending", { by: { kind: "operator", role: "super_admin" }, facts });
  return asked.find(({ event }) => event === "confirm")?.refusals ?? [];
}

/** What a payment would cover and what would follow, by the functions that would do it; one dated ahead, on its day. */
export async function previewPayment(sight: Sight, payable: Payable, said: Announcement): Promise<Foreseen> {
  const { entity, id, customerId, code } = payable;
  const { amountMinor: amount, datedOn } = said;
  const then = datedOn > sight.businessDate ? { ...sight, businessDate: datedOn } : sight;
  const { parts, left } =
    entity === "credit"
      ? { parts: [{ creditId: id, amount }], left: 0n }
      : await splitAmong(sight.db, id, { amount, on: datedOn });
  const books = new Map(
    (
      await findBooks(
        sight.db,
        parts.map(({ creditId }) => creditId),
      )
    ).map((book) => [book.id, book]),
  );
  const changing = parts.flatMap(({ creditId, amount: part }) => {
    const before = books.get(creditId);
    return before === undefined ? [] : [{ before, after: paidBook(before, { ...said, amountMinor: part }, then) }];
  });
  const kept = left === 0n ? undefined : { account: code, before: 0n, after: left };
  return { ...(await foresee(then, customerId, changing, await payingOf(sight, payable, { amount, parts }))), kept };
}

/** The book with the payment in it, which has no ID yet; one that pays the credit off cancels it. */
function paidBook(book: StoredBook, { amountMinor: amount, datedOn: on, isPayoff }: Announcement, sight: Sight): StoredBook {
  const after = { ...book, paid: [...book.paid, { paymentId: unmade, on, amount, isPayoff }] };
  if (!isPayoff || sumOf(replayBook(after, sight).outstanding) > 0n) return after;
  return { ...after, status: "cancelled", closedBy: "cancel", closedOn: sight.businessDate };
}

const unmade = "00000000-0000-0000-0000-000000000000";

/** Promises count what is paid since they were made, and an account's minimum payment is met by whatever is paid to it. */
async function payingOf(
  { db }: Sight,
  { id, customerId }: Payable,
  { amount, parts }: { amount: bigint; parts: Split["parts"] },
): Promise<(situation: Seen) => Seen> {
  const { promised, account } = only(await askAwaiting(db, { id, customerId }));
  const brought = new Map(parts.map((part) => [part.creditId, part.amount]));
  const more = new Map(promised.map(({ code, creditId }) => [code, creditId === null ? amount : (brought.get(creditId) ?? 0n)]));
  return (situation) => ({
    ...withPaid(situation, account ?? "", amount),
    promises: situation.promises.map((it) => ({ ...it, paidMinor: it.paidMinor + (more.get(it.code) ?? 0n) })),
  });
}

/** The account that it is for, and the open promises that it could keep: of credits, and of that account. */
const askAwaiting = question<{ promised: { code: string; creditId: string | null }[]; account: string | null }>(
  "awaiting_payment",
  sql`select a.code as account, (select coalesce(json_agg(json_build_object('code', code, 'creditId', credit_id)), '[]')
      from promises where customer_id = ${sql.placeholder("customerId")} and status = 'open'
        and (credit_id is not null or account_id = a.id)) as promised
    from (select ${sql.placeholder("id")}::uuid as id) it left join credits k on k.id = it.id
      left join accounts a on a.id in (it.id, k.account_id)`,
);
