import "server-only";
import { accountEffects } from "#db/effects/account";
import { creditEffects } from "#db/effects/credit";
import { customerEffects } from "#db/effects/customer";
import { paymentEffects, prePaymentEffects } from "#db/effects/payment";
import { preLoanEffects } from "#db/effects/pre-loan";
import { productEffects } from "#db/effects/product";
import type { Effect } from "#db/move/moving";
import type { Entity, machines } from "#lib/domain/machines";

type EventOf<E extends Entity> = keyof (typeof machines)[E]["events"];

const declared: { [E in Entity]?: Partial<Record<EventOf<E>, Effect>> } = {
  customer: customerEffects,
  pre_loan: preLoanEffects,
  credit: creditEffects,
  pre_payment: prePaymentEffects,
  payment: paymentEffects,
  product: productEffects,
  account: accountEffects,
};

/** What events do besides changing a status. */
export const effects: Partial<Record<Entity, Partial<Record<string, Effect>>>> = declared;
