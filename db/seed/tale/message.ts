import type { CreditRow } from "#db/seed/credit";
import type { AccountRow, CardRow, FlagRow, MessageRow, Tale } from "#db/seed/tale";
import { uuidFrom } from "#db/seed/uuid";
import { operator } from "#db/seed/violation";
import type { FlagKind, MessageKind } from "#lib/domain/card-message";
import type { Values } from "#lib/domain/machine";
import { storedValues } from "#lib/history";

/** A purchase with a card, as its processor tells of it. */
export type Purchase = { account: AccountRow; card: CardRow; externalId: string; merchant: string; amount: bigint };

export const purchase = ({ random }: Tale, account: AccountRow, card: CardRow, amount: bigint): Purchase => ({
  ...{ account, card, amount, merchant: random.pick(merchants) },
  externalId: `TX-${uuidFrom(random).slice(-12).toUpperCase()}`,
});

const merchants = [
  "Supermercado El Trigal",
  "Droguería La Salud",
  "Restaurante El Fogón",
  "Ferretería Los Andes",
  "Calzado Paso Firme",
  "Óptica Mirador",
  "Librería El Faro",
  "Estación de servicio Ruta 40",
  "Viajes Colibrí",
] as const satisfies [string, ...string[]];

type Come = Pick<MessageRow, "outcome"> & Partial<MessageRow>;

/** What the processor told of a purchase, and what came of it; it was received as it happened. */
export function tell(tale: Tale, kind: MessageKind, of: Purchase, at: string, come: Come): MessageRow {
  const { account, card, externalId, merchant, amount } = of;
  const message: MessageRow = {
    ...{ id: uuidFrom(tale.random), kind, externalId, purchase: externalId, accountId: account.id, cardId: card.id },
    ...{ amount, currency: "COP", merchant, at, receivedAt: at, ...come },
  };
  tale.messages.push(message);
  return message;
}

/** Marks a settlement for an operator to look at. */
export function flag(tale: Tale, creditId: string, kind: FlagKind, openedAt: string, seen: Values = {}): FlagRow {
  const row: FlagRow = { id: uuidFrom(tale.random), creditId, kind, seen: storedValues(seen), openedAt };
  tale.flags.push(row);
  return row;
}

/** An operator has looked at what a settlement was marked for. */
export function resolve(tale: Tale, { id }: Pick<CreditRow, "id">, words: string, daysAgo: number): void {
  for (const each of tale.flags) {
    if (each.creditId !== id) continue;
    Object.assign(each, { resolvedAt: tale.instantOf(daysAgo), resolvedEmail: operator });
    tale.comments.push({ flagId: each.id, words });
  }
}
