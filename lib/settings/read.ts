import { z } from "zod";
import { type AmountFault, amountFaults, typedAmount } from "#lib/amount/typed";
import { parseRate } from "#lib/domain/rate";
import { alwaysRequired, type Requirement, requirements } from "#lib/domain/requirement";
import type { Component } from "#lib/domain/rules";
import { type SettingName, settingFields } from "#lib/settings/field";
import type { Settings, Typed } from "#lib/settings/typed";

/** A setting that cannot be so, and the word of the catalogue that says why. */
export type Fault = {
  name: SettingName;
  word: `wrong_${(typeof settingFields)[SettingName]["kind"]}` | "block_before_disable" | "wrong_currency" | "wrong_time_zone";
  /** Why what was typed is no amount. */
  amount?: AmountFault;
};

/** Reads settings as they were typed: all of them, or what is wrong with each field. */
export function readSettings(typed: Typed): { ok: true; settings: Settings } | { ok: false; faults: Fault[] } {
  const read = schema.safeParse(typed);
  if (!read.success) {
    const wrong = new Map(read.error.issues.map(({ path, message }) => [path[0] as SettingName, message]));
    return { ok: false, faults: [...wrong].map(([name, message]) => faultOf(name, message)) };
  }
  const { name, country, currency, time_zone, language, ...it } = read.data;
  if (it.block_after_days < it.disable_after_days)
    return { ok: false, faults: [{ name: "block_after_days", word: "block_before_disable" }] };
  return {
    ok: true,
    settings: {
      project: { name, country, currency, timeZone: time_zone, language: language as Settings["project"]["language"] },
      rules: {
        requirements: requirements.filter((each) => alwaysRequired.includes(each) || it.requirements.includes(each)),
        delinquencyGraceDays: it.delinquency_grace_days,
        disableAfterDays: it.disable_after_days,
        blockAfterDays: it.block_after_days,
        enablesOnCure: it.enable_on_cure,
        maxActiveCredits: it.max_active_credits,
        daysToClosePending: it.days_to_close_pending,
        suspendGraceDays: it.suspend_grace_days,
        confirmLimitMinor: it.confirm_limit,
        approvalDays: it.approval_days,
        maxAnnualRate: it.max_annual_rate,
        overpaymentLimitMinor: it.overpayment_limit,
        allocation: it.allocation,
        buckets: it.buckets,
        mayModifyOffers: it.may_modify_offers,
        fourEyes: it.four_eyes,
      },
    },
  };
}

function faultOf(name: SettingName, message: string): Fault {
  const amount = amountFaults.find((each) => each === message);
  return { name, word: `wrong_${settingFields[name].kind}`, ...(amount && { amount }) };
}

/** Blank, or as it is: what is wrong with it then is told as it is told of it alone. */
const unlessBlank = <Value>(schema: z.ZodType<Value>) =>
  z.array(z.string()).transform((texts, context) => {
    if (texts.length === 0) return null;
    const read = schema.safeParse(texts);
    if (read.success) return read.data;
    context.addIssue({ code: "custom", message: read.error.issues[0]?.message ?? "" });
    return z.NEVER;
  });

const one = z.tuple([z.string()]).transform(([text]) => text);

const option = (name: "country" | "currency" | "time_zone" | "language") =>
  one.refine((text) => (settingFields[name].options as readonly string[]).includes(text));

type NumberName = { [Name in SettingName]: (typeof settingFields)[Name]["kind"] extends "number" ? Name : never }[SettingName];
const number = (name: NumberName) => {
  const { least, most } = settingFields[name];
  return one
    .refine((text) => /^\d{1,5}$/.test(text))
    .transform(Number)
    .refine((value) => value >= least && value <= most);
};

const money = one.transform((text, context) => {
  const minor = typedAmount(text, 2);
  if (typeof minor === "bigint") return minor;
  context.addIssue({ code: "custom", message: minor });
  return z.NEVER;
});
const rate = one
  .transform((text) => text.replace(",", "."))
  .refine((text) => parseRate(text) !== undefined && Number(text) <= 1_000);

const choices = <Choice extends string>(options: readonly string[]) =>
  z.array(z.string().refine((text) => options.includes(text))).transform((chosen) => [...new Set(chosen)] as Choice[]);

const order = z
  .array(z.string())
  .refine((chosen) => String([...chosen].toSorted()) === String([...settingFields.allocation.options].toSorted()))
  .transform((chosen) => chosen as Component[]);

/** First days of buckets: each later than the one before, the first is 1. */
const { most, latest } = settingFields.buckets;
const days = one
  .refine((text) => /^\d{1,9}( *, *\d{1,9})*$/.test(text))
  .transform((text) => text.split(",").map(Number))
  .refine((starts) => starts.length <= most && starts.every((day) => day <= latest))
  .refine((starts) => starts[0] === 1 && starts.every((day, at) => at === 0 || day > (starts[at - 1] ?? 0)));

const isYes = z.union([z.tuple([z.literal("yes")]).transform(() => true), z.tuple([]).transform(() => false)]);

const schema = z.object({
  name: one.refine((text) => text.length <= settingFields.name.most && !/[\p{Cc}\p{Surrogate}]/u.test(text)),
  country: option("country"),
  currency: option("currency"),
  time_zone: option("time_zone"),
  language: option("language"),
  requirements: choices<Requirement>(settingFields.requirements.options),
  delinquency_grace_days: number("delinquency_grace_days"),
  disable_after_days: number("disable_after_days"),
  block_after_days: number("block_after_days"),
  enable_on_cure: isYes,
  buckets: days,
  max_active_credits: unlessBlank(number("max_active_credits")),
  days_to_close_pending: number("days_to_close_pending"),
  confirm_limit: unlessBlank(money),
  max_annual_rate: unlessBlank(rate),
  overpayment_limit: money,
  allocation: order,
  suspend_grace_days: number("suspend_grace_days"),
  may_modify_offers: isYes,
  approval_days: number("approval_days"),
  four_eyes: choices<string>(settingFields.four_eyes.options),
});
