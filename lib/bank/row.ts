import { typedAmount } from "#lib/amount/typed";
import type { BankColumn } from "#lib/bank/column";
import { type Day, parseDay } from "#lib/domain/day";
import { type Channel, channels, type PaymentType, paymentTypes } from "#lib/domain/pre-payment";
import { type Fault, type Read, read, refuse } from "#lib/onboarding/fault";
import { rowReader } from "#lib/onboarding/field";
import type { Header } from "#lib/onboarding/header";
import { foldWord } from "#lib/onboarding/text";

/** What a good row of a bank's file says; the amount in minor units. */
export type BankLine = {
  target: string;
  amount: bigint;
  datedOn: Day;
  reference: string | null;
  channel: Channel;
  type: PaymentType;
};
type BankRead = { ok: true; record: BankLine } | { ok: false; faults: Fault<BankColumn>[] };

/** Reads the fields of one row, in the header's order; every fault of the row is told, not only the first. */
export function readBankRow(fields: readonly string[], header: Header<BankColumn>): BankRead {
  if (fields.length < header.width) return { ok: false, faults: [{ column: null, reason: "too_few_fields" }] };
  if (fields.length > header.width) return { ok: false, faults: [{ column: null, reason: "too_many_fields" }] };
  const { take, need, faults } = rowReader(fields, header);
  const target = need("credit_id", (text) => read(text.toUpperCase()));
  const amount = need("amount", readMoney);
  const datedOn = need("date", readDay);
  const reference = take("reference", read);
  const channel = take("channel", (text) => readWord(text, channelWords, "bad_channel")) ?? "external";
  const type = take("type", (text) => readWord(text, typeWords, "bad_type")) ?? "automatic";
  if (target === null || amount === null || datedOn === null || faults.length > 0) return { ok: false, faults };
  return { ok: true, record: { target, amount, datedOn, reference, channel, type } };
}

/** How many decimals the credit's amounts have is not known yet. */
function readMoney(text: string): Read<bigint> {
  const amount = typedAmount(text, 2);
  if (amount === "ambiguous") return refuse("ambiguous_amount");
  if (amount === "too_many_decimals") return refuse("too_many_decimals");
  return typeof amount === "string" || amount === 0n ? refuse("bad_amount") : read(amount);
}

const dayForm = /^(?:(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})|(?<iso>\d{4}-\d\d-\d\d))$/;

function readDay(text: string): Read<Day> {
  const { d = "", m = "", y, iso } = dayForm.exec(text)?.groups ?? {};
  const day = parseDay(iso ?? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
  return day === undefined ? refuse("bad_date") : read(day);
}

function readWord<Word extends string>(
  text: string,
  words: Readonly<Record<string, Word>>,
  reason: "bad_channel" | "bad_type",
): Read<Word> {
  const word = Object.hasOwn(words, foldWord(text)) ? words[foldWord(text)] : undefined;
  return word === undefined ? refuse(reason) : read(word);
}

const own = <Word extends string>(words: readonly Word[]) => Object.fromEntries(words.map((word) => [word, word]));
const channelWords: Readonly<Record<string, Channel>> = { ...own(channels), plataforma: "platform", externo: "external" };
const typeWords: Readonly<Record<string, PaymentType>> = {
  ...own(paymentTypes),
  automatico: "automatic",
  voluntario: "voluntary",
};
