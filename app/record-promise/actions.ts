"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "#app/action";
import { refusePaying } from "#app/paying";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { may } from "#db/write/permission";
import { recordPromise } from "#db/write/promise";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import type { FieldFormState } from "#lib/form";
import { isRefusal, readAmount, readDay } from "#lib/paying/typed";

const field = z.string().default("");
const sent = z.object({
  customer: z.string().refine((text) => isCode("customer", text)),
  key: z.uuid(),
  of: field.refine((text) => text === "" || isCode("credit", text) || isCode("account", text)),
  amount: field,
  day: field,
});

/** Records a promise to pay; refused, it comes back with all that was typed. */
export const promise = formAction(sent, async (actor, input, form): Promise<FieldFormState> => {
  const refuse = (...refusals: Refusal[]) => refusePaying(refusals, form);
  if (input === undefined) return refuse({ rule: "broken" });
  if (!(await may(actor, { needs: "promise:operate", module: sections.promise }))) return refuse({ rule: "permission" });
  const { customer, key, of: code, amount, day } = input;
  const payable = code === "" ? undefined : await findPayable(db, code);
  const target = code === "" ? { rule: "target_missing" } : (payable ?? { rule: "target_unknown" });
  const [amountMinor, dueOn] = [readAmount(amount, payable?.decimals ?? 2), readDay(day)];
  if (isRefusal(target) || isRefusal(amountMinor) || isRefusal(dueOn))
    return refuse(...[target, amountMinor, dueOn].filter(isRefusal));
  const outcome = await recordPromise(actor, { customer, code, amountMinor, dueOn }, key);
  if (outcome.ok) redirect(`/${sections.promise}/${outcome.code}`);
  return refuse(...outcome.refusals);
});
