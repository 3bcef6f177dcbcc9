import { typedAmount } from "#lib/amount/typed";
import { holdsCardNumber, isMessageName, type MessageKind, messageKinds } from "#lib/domain/card-message";
import { type Fault, type Read, read, refuse } from "#lib/onboarding/fault";
import { rowReader } from "#lib/onboarding/field";
import type { Header } from "#lib/onboarding/header";
import type { ProcessorColumn } from "#lib/processor/column";

/** What a good row of a processor's file says; the amount in minor units, the time as ISO text. */
type ProcessorLine = {
  externalId: string;
  kind: MessageKind;
  purchase: string;
  amount: bigint;
  currency: string;
  at: string;
  /** The card's ID; null where its account and last four digits name it. */
  card: string | null;
  account: string | null;
  lastFour: string | null;
  merchant: string;
};
type ProcessorRead = { ok: true; record: ProcessorLine } | { ok: false; faults: Fault<ProcessorColumn>[] };

/** Reads the fields of one row, in the header's order; every fault of the row is told, not only the first. */
export function readProcessorRow(
  fields: readonly string[],
  header: Header<ProcessorColumn>,
  readInstant: (text: string) => Read<string>,
): ProcessorRead {
  if (fields.length < header.width) return { ok: false, faults: [{ column: null, reason: "too_few_fields" }] };
  if (fields.length > header.width) return { ok: false, faults: [{ column: null, reason: "too_many_fields" }] };
  const { take, need, isFaulty, faults } = rowReader(fields, header);
  const externalId = need("external_id", readName);
  const kind = need("kind", readKind);
  const amount = need("amount", readMoney);
  const currency = need("currency", readCurrency);
  const at = need("at", readInstant);
  const purchase = take("purchase_id", readName) ?? externalId;
  const card = take("card_id", (text) => read(text.toUpperCase()));
  const account = take("account_id", (text) => read(text.toUpperCase()));
  const lastFour = take("last_four", readLastFour);
  const merchant = take("merchant", (text) => (holdsCardNumber(text) ? refuse("card_number") : read(text))) ?? "";
  const isNamed = card !== null || (account !== null && lastFour !== null);
  if (!isNamed && !(["card_id", "account_id", "last_four"] as const).some(isFaulty))
    faults.push({ column: "card_id", reason: "missing" });
  const isWhole =
    externalId !== null && purchase !== null && kind !== null && amount !== null && currency !== null && at !== null;
  if (!isWhole || faults.length > 0) return { ok: false, faults };
  return { ok: true, record: { externalId, kind, purchase, amount, currency, at, card, account, lastFour, merchant } };
}

const readName = (text: string): Read<string> => (isMessageName(text) ? read(text) : refuse("bad_characters"));

function readKind(text: string): Read<MessageKind> {
  const kind = messageKinds.find((each) => each === text.toLowerCase());
  return kind === undefined ? refuse("bad_kind") : read(kind);
}

/** How many decimals the account's amounts have is not known yet. */
function readMoney(text: string): Read<bigint> {
  const amount = typedAmount(text, 2);
  if (amount === "ambiguous") return refuse("ambiguous_amount");
  if (amount === "too_many_decimals") return refuse("too_many_decimals");
  return typeof amount === "string" || amount === 0n ? refuse("bad_amount") : read(amount);
}

const readCurrency = (text: string): Read<string> =>
  /^[A-Za-z]{3}$/.test(text) ? read(text.toUpperCase()) : refuse("bad_currency");
const readLastFour = (text: string): Read<string> => (/^\d{4}$/.test(text) ? read(text) : refuse("bad_last_four"));
