import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import { refusable } from "#db/move";
import { askApproval } from "#db/move/approval";
import { follow } from "#db/move/follow";
import { openMoving } from "#db/move/open";
import type { Answer, Outcome } from "#db/move/order";
import { lockMoved, type Moved } from "#db/move/record";
import { writeRuleMoves } from "#db/move/write-moves";
import { Refused, refuseIf } from "#db/refused";
import { accounts } from "#db/schema/account";
import type { approvals } from "#db/schema/approval";
import { balanceRefunds } from "#db/schema/settlement";
import { fault } from "#db/write/card-account";
import { type Deed, record as recordDeed } from "#db/write/history";
import { answer, type Request } from "#db/write/request";
import { seal, unsealer } from "#db/write/seal";
import { permissionOf } from "#lib/domain/act";
import { type Actor, can } from "#lib/domain/actor";
import { balanceRefundRefusals } from "#lib/domain/balance-refund";
import { sections } from "#lib/domain/section";
import { storedValues } from "#lib/history";

type Asked = { account: string; reference: string };
const longestReference = 60;

/** Asks a second operator to approve that all of an account's credit balance is paid back to its holder. */
export async function askBalanceRefund(actor: Actor, asked: Asked, key: string): Promise<Outcome> {
  const order = { entity: "account", code: asked.account, event: "refund" } as const;
  const request = { key, body: { ...order, reference: asked.reference } };
  return refusable(actor, order, request, () =>
    transaction(async (tx): Promise<Outcome> => {
      const record = await lockMoved(tx, "account", order.code);
      if (record === undefined) return { ok: false, kind: "unknown" };
      const permission = permissionOf(order.entity, order.event);
      if (permission === undefined || !can(actor, permission)) throw new Refused([{ rule: "permission" }]);
      const { reference } = asked;
      if (reference === "") refuseIf([fault("reference", "reference_missing")]);
      if (reference.length > longestReference) refuseIf([fault("reference", "reference_too_long", { limit: longestReference })]);
      const amountMinor = await balanceOf(tx, record.id);
      refuseIf(balanceRefundRefusals({ balanceMinor: amountMinor, amountMinor }));
      const moving = await openMoving(tx, actor);
      const given = await askApproval(moving, actor, record, { ...order, moves: record.moves, amountMinor, reference }, request);
      return { ok: true, ...given };
    }),
  );
}

/** Pays out what was asked for, if the balance still holds it, and lets follow what follows: the one who approves is the actor. */
export async function refundBalance(
  tx: Tx,
  actor: Actor,
  { id, code, customerId, customerCode }: Moved,
  { code: approval, askedEmail, input, reference: asked }: typeof approvals.$inferSelect,
  request: Request,
): Promise<Answer> {
  if (customerId === null) throw new Error(`account ${code} is nobody's`);
  const amount = BigInt(input["amount"] ?? 0);
  refuseIf(balanceRefundRefusals({ balanceMinor: await balanceOf(tx, id), amountMinor: amount }));
  const moving = await openMoving(tx, actor);
  await tx
    .update(accounts)
    .set({ creditBalance: sql`${accounts.creditBalance} - ${amount}` })
    .where(eq(accounts.id, id));
  const said = asked === null ? undefined : (await unsealer(tx, customerId))(asked);
  const reference = said === undefined ? null : ((await seal(tx, customerId, said)) ?? null);
  const paid = { accountId: id, amount, reference, on: moving.businessDate };
  await tx.insert(balanceRefunds).values({ ...paid, askedEmail, approvedEmail: actor.email });
  await follow(moving, customerId);
  await Promise.all(moving.writes);
  const given: Answer = { kind: "moved", done: moving.done };
  await answer(tx, actor, request, given);
  const details = { ...storedValues({ amount }), approval, asked: askedEmail };
  const sealed = said === undefined ? undefined : await seal(tx, customerId, JSON.stringify({ reference: said }));
  const deed: Deed = {
    action: "balance.refunded",
    module: sections.account,
    record: code,
    customer: customerCode,
    details,
    sealed,
  };
  await recordDeed(tx, actor, deed);
  await writeRuleMoves(tx, moving.done);
  return given;
}

async function balanceOf(tx: Tx, id: string): Promise<bigint> {
  const [account] = await tx.select({ balance: accounts.creditBalance }).from(accounts).where(eq(accounts.id, id));
  return account?.balance ?? 0n;
}
