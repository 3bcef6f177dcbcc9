/** What a card's processor tells of a purchase. */
export const messageKinds = ["authorization", "settlement", "reversal", "refund"] as const;
export type MessageKind = (typeof messageKinds)[number];

/**
 * What came of it: an authorization is approved or declined; a settlement or a refund booked; a reversal or a refund may
 * come before what it is of, and waits; what can never be done is refused, and kept for an operator to see.
 */
export const messageOutcomes = ["approved", "declined", "booked", "released", "waiting", "refused"] as const;
export type MessageOutcome = (typeof messageOutcomes)[number];

/** Why an operator should look at a settlement that was booked all the same. */
export const flagKinds = [
  "no_authorization",
  "amount_differs",
  "reversed_late",
  "refund_above",
  "refund_of_closed",
  "refund_in_dispute",
] as const;
export type FlagKind = (typeof flagKinds)[number];

/** What a processor tells of a purchase with a card; the amount in minor units, of two decimals. */
export type CardMessage = {
  /** The card's ID. */
  card: string;
  externalId: string;
  /** The external ID of the purchase, where it is not this one's own. */
  purchase?: string;
  amountMinor: bigint;
  currency: string;
  merchant: string;
  /** The instant, as ISO text. */
  at: string;
};

const longest = { externalId: 100, merchant: 120 };
/** Of any currency, more than all that is lent. */
const mostMinor = 10n ** 17n;

/** What of a message cannot be: each fault is named. */
export function messageFaults({ externalId, purchase = externalId, amountMinor, currency, merchant, at }: CardMessage): string[] {
  return [
    ...(isMessageName(externalId) ? [] : ["external_id_wrong"]),
    ...(isMessageName(purchase) ? [] : ["purchase_wrong"]),
    ...(amountMinor > 0n && amountMinor <= mostMinor ? [] : ["amount_wrong"]),
    ...(/^[A-Z]{3}$/.test(currency) ? [] : ["currency_wrong"]),
    ...(merchant.length <= longest.merchant && !/\p{Cc}/u.test(merchant) ? [] : ["merchant_wrong"]),
    ...(holdsCardNumber(merchant) ? ["merchant_card_number"] : []),
    ...(Number.isNaN(Date.parse(at)) ? ["at_wrong"] : []),
  ];
}

/** Whether a text can be an external ID: plain characters without blanks, not too many. */
export const isMessageName = (text: string) => /^[\x21-\x7e]+$/.test(text) && text.length <= longest.externalId;

/** Whether a text holds what may be the whole number of a card: 13 to 19 digits with the check digit of one. */
export function holdsCardNumber(text: string): boolean {
  const runs = text.match(/\d(?:[ -]?\d){12,18}/g) ?? [];
  return runs.some((run) => isChecked([...run.replace(/\D/g, "")].map(Number)));
}

/** By the formula of Luhn (ISO/IEC 7812-1, annex B). */
function isChecked(digits: readonly number[]): boolean {
  const sum = digits.toReversed().reduce((before, digit, place) => {
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    return before + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}
