import "server-only";
import { eq, type SQL, sql } from "drizzle-orm";
import { findBooks } from "#db/books/find";
import { db } from "#db/client";
import { foresee, withPaid } from "#db/read/foreseen";
import { findSight } from "#db/read/rules";
import { accounts } from "#db/schema/account";
import { paymentParts, payments } from "#db/schema/payment";
import { mostOf } from "#lib/domain/money";
import type { Foreseen } from "#lib/foreseen";

/** What reversing an accepted payment would change, computed as the reversal itself would, and written nowhere; undefined of any other. */
export async function previewReversal(code: string): Promise<Foreseen | undefined> {
  const [payment] = await db.select().from(payments).where(eq(payments.code, code));
  if (payment?.status !== "accepted") return undefined;
  const [sight, parts] = await Promise.all([
    findSight(db),
    db.select().from(paymentParts).where(eq(paymentParts.paymentId, payment.id)),
  ]);
  const ids = parts.map(({ creditId }) => creditId);
  const changing = (await findBooks(db, ids)).map((before) => ({
    before,
    after: { ...before, paid: before.paid.filter(({ paymentId }) => paymentId !== payment.id) },
  }));
  const inOrder = changing.toSorted((one, other) => ids.indexOf(one.before.id) - ids.indexOf(other.before.id));
  const asking = await findAsking(payment.id);
  const foreseen = await foresee(sight, payment.customerId, inOrder, (situation) =>
    asking === undefined ? situation : withPaid(situation, asking.account, -payment.amount, asking.place),
  );
  const beyond = parts.reduce((left, part) => left - part.amount, payment.amount);
  return {
    ...foreseen,
    kept: payment.accountId === null || beyond === 0n ? undefined : await keptOf(eq(accounts.id, payment.accountId), beyond),
  };
}

/** Of the account that it was for, which of its statements it paid: so manieth, or none. */
async function findAsking(paymentId: string): Promise<{ account: string; place: number } | undefined> {
  const { rows } = await db.execute<{ account: string; place: number }>(sql`
    select a.code as account, (select count(*)::int from statements s where s.account_id = a.id
        and (s.at <= m.created_at or s.closed_on < m.paid_on)) as place
    from payments m join accounts a on a.id = coalesce(m.account_id, (select account_id from credits where id = m.credit_id))
    where m.id = ${paymentId}`);
  return rows[0];
}

async function keptOf(where: SQL, beyond: bigint): Promise<NonNullable<Foreseen["kept"]>> {
  const [account] = await db.select({ code: accounts.code, before: accounts.creditBalance }).from(accounts).where(where);
  if (account === undefined) throw new Error("a payment to an account that is nowhere");
  const { code, before } = account;
  return { account: code, before, after: mostOf(before - beyond, 0n) };
}
