import "server-only";
import { and, desc, eq, inArray, ne } from "drizzle-orm";
import { holdProducts } from "#db/books/hold";
import type { Tx } from "#db/client";
import { lockMoved, type Moved } from "#db/move/record";
import { Refused, refuseIf } from "#db/refused";
import { accounts } from "#db/schema/account";
import { type cardKinds, cards } from "#db/schema/card";
import { credits } from "#db/schema/credit";
import { preLoans } from "#db/schema/pre-loan";
import { type Added, add } from "#db/write/addition";
import { fault } from "#db/write/card-account";
import type { AccountStatus } from "#lib/domain/account";
import type { Actor } from "#lib/domain/actor";
import type { CardStatus } from "#lib/domain/card";
import { issueRefusals } from "#lib/domain/card-issue";
import { sections } from "#lib/domain/section";

type CardKind = (typeof cardKinds)[number];

/** A card of an account as an operator typed it; of its number only the last four digits are ever asked. */
export type TypedCard = { account: string; kind: CardKind; lastFour: string };

/** Issues a card on an account; it is to be activated. */
export function issueCard(actor: Actor, typed: TypedCard, key: string): Promise<Added> {
  const { module, action } = { module: sections.card, action: "cards.issued" } as const;
  return add(actor, { needs: "card:operate", module, said: { did: action, ...typed }, key }, async (tx) => {
    const { kind, lastFour } = typed;
    const account = await lockAccount(tx, typed.account);
    refuseIf(faultsOf(lastFour));
    refuseIf(issueRefusals({ accountStatus: account.status as AccountStatus, isTaken: await isTaken(tx, account.id, lastFour) }));
    const code = await addCard(tx, { accountId: account.id, kind, lastFour });
    const details = { account: account.code, last_four: lastFour };
    return { code, deed: { action, module, record: code, customer: account.customerCode, details } };
  });
}

/** Issues a card in place of another one, and moves to it what is owed and held on that, so that it can be canceled. */
export function replaceCard(actor: Actor, typed: { card: string; lastFour: string }, key: string): Promise<Added> {
  const { module, action } = { module: sections.card, action: "cards.replaced" } as const;
  return add(actor, { needs: "card:operate", module, said: { did: action, ...typed }, key }, async (tx) => {
    const { lastFour } = typed;
    const [old] = await tx.select().from(cards).where(eq(cards.code, typed.card));
    if (old === undefined) throw new Refused([{ rule: "unknown" }]);
    const account = await lockAccount(tx, await accountOf(tx, old.accountId));
    const replaced = await lockMoved(tx, "card", typed.card);
    const [heir] = await tx
      .select({ code: cards.code })
      .from(cards)
      .where(eq(cards.replacesId, old.id))
      .orderBy(desc(cards.number));
    refuseIf(faultsOf(lastFour));
    refuseIf(
      issueRefusals({
        ...{ accountStatus: account.status as AccountStatus, isTaken: await isTaken(tx, account.id, lastFour) },
        replaces: { status: (replaced?.status ?? old.status) as CardStatus, replacedBy: heir?.code ?? null },
      }),
    );
    const code = await addCard(tx, { accountId: account.id, kind: old.kind, lastFour, replacesId: old.id });
    const moved = await moveDebt(tx, old.id, code);
    const details = { account: account.code, replaces: typed.card, last_four: lastFour, moved };
    return { code, deed: { action, module, record: code, customer: account.customerCode, details } };
  });
}

async function lockAccount(tx: Tx, code: string): Promise<Moved> {
  const account = await lockMoved(tx, "account", code);
  if (account === undefined) throw new Refused([{ rule: "unknown" }]);
  return account;
}

async function accountOf(tx: Tx, id: string): Promise<string> {
  const [account] = await tx.select({ code: accounts.code }).from(accounts).where(eq(accounts.id, id));
  return account?.code ?? "";
}

const faultsOf = (lastFour: string) => (/^\d{4}$/.test(lastFour) ? [] : [fault("last_four", "last_four")]);

async function isTaken(tx: Tx, accountId: string, lastFour: string): Promise<boolean> {
  const same = and(eq(cards.accountId, accountId), eq(cards.lastFour, lastFour), ne(cards.status, "canceled"));
  return (await tx.$count(cards, same)) > 0;
}

async function addCard(tx: Tx, row: typeof cards.$inferInsert): Promise<string> {
  const [made] = await tx.insert(cards).values(row).returning({ code: cards.code });
  if (made === undefined) throw new Error("no card was issued");
  return made.code;
}

/** Credits and pending authorizations of the old card are the new one's from now on; answers how many credits. */
async function moveDebt(tx: Tx, oldId: string, code: string): Promise<number> {
  const heir = tx.select({ id: cards.id }).from(cards).where(eq(cards.code, code));
  const [{ id: cardId } = { id: oldId }] = await heir;
  const waiting = and(eq(preLoans.cardId, oldId), eq(preLoans.status, "pending"));
  await tx.update(preLoans).set({ cardId }).where(waiting);
  const owed = await tx.select({ id: credits.id }).from(credits).where(eq(credits.cardId, oldId));
  const ids = owed.map(({ id }) => id);
  await holdProducts(tx, ids);
  await tx.update(credits).set({ cardId }).where(inArray(credits.id, ids));
  return ids.length;
}
