import { db } from "#db/client";
import { paymentParts, payments } from "#db/schema/payment";
import * as make from "#tests/db/portfolio";

/** One of each record of a customer, linked to each other. */
export async function addLinkedRecords() {
  const customer = await make.addCustomer({ firstName: "Ana María", lastName: "Ríos" });
  const { id } = customer;
  const offer = await make.addOffer({ name: "Libre", amountMin: 50_00n, maxActiveCredits: 3 }, { amountMin: null });
  const offerId = offer.id;
  const account = await make.addAccount(id, { creditLine: 1_000_00n, creditBalance: 5_00n });
  const card = await make.addCard(account.id);
  const replacement = await make.addCard(account.id, { kind: "virtual", lastFour: "1111", replacesId: card.id });
  const closed = { status: "cancelled", closedBy: "refinance", outstanding: 0n } as const;
  const old = await make.addCredit(id, { offerId, ...closed });
  const credit = await make.addCredit(id, {
    offerId,
    refinancesId: old.id,
    amount: 900_00n,
    outstanding: 600_00n,
    daysPastDue: 4,
  });
  const onCard = { offerId, accountId: account.id, cardId: card.id };
  const purchase = await make.addCredit(id, { ...onCard, amount: 300_00n, outstanding: 200_00n });
  const refinancing = { refinancesId: old.id, creditId: credit.id, status: "completed" } as const;
  const request = await make.addPreLoan(id, { offerId, ...refinancing, downpayment: 10_00n });
  const authorization = await make.addPreLoan(id, { ...onCard, amount: 150_00n });
  const prePayment = await make.addPrePayment(id, { creditId: credit.id, status: "completed" });
  const promise = await make.addPromise(id, { creditId: credit.id, amount: 100_00n });
  const made = {
    customer,
    offer,
    account,
    card,
    replacement,
    old,
    credit,
    purchase,
    request,
    authorization,
    prePayment,
    promise,
  };
  return { ...made, ...(await pay(made)) };
}

type Paid = Record<"customer" | "credit" | "account" | "purchase" | "prePayment", { id: string }>;

/** A payment to the credit, more than it owed; and one to the account, of which a part went to its purchase. */
async function pay({ customer, credit, account, purchase, prePayment }: Paid) {
  const row = { customerId: customer.id, type: "voluntary", paidOn: "2026-03-01" } as const;
  const ofCredit = { ...row, creditId: credit.id, prePaymentId: prePayment.id, amount: 320_00n };
  const ofAccount = { ...row, accountId: account.id, amount: 105_00n, status: "reversed" as const };
  const [payment, toAccount] = await db.insert(payments).values([ofCredit, ofAccount]).returning();
  if (payment === undefined || toAccount === undefined) throw new Error("no payments were made");
  await db.insert(paymentParts).values([
    { paymentId: payment.id, creditId: credit.id, amount: 300_00n },
    { paymentId: toAccount.id, creditId: purchase.id, amount: 100_00n },
  ]);
  return { payment, toAccount };
}
