import { accountMachine } from "#lib/domain/account";
import { cardMachine } from "#lib/domain/card";
import { creditMachine } from "#lib/domain/credit";
import { customerMachine } from "#lib/domain/customer";
import { offerMachine } from "#lib/domain/offer";
import { paymentMachine } from "#lib/domain/payment";
import { preLoanMachine } from "#lib/domain/pre-loan";
import { prePaymentMachine } from "#lib/domain/pre-payment";
import { productMachine } from "#lib/domain/product";
import { promiseMachine } from "#lib/domain/promise";

/** Every entity that has a status. */
export const machines = {
  customer: customerMachine,
  pre_loan: preLoanMachine,
  credit: creditMachine,
  pre_payment: prePaymentMachine,
  payment: paymentMachine,
  product: productMachine,
  offer: offerMachine,
  account: accountMachine,
  card: cardMachine,
  promise: promiseMachine,
};

export type Entity = keyof typeof machines;
export const entities = Object.keys(machines) as [Entity, ...Entity[]];
