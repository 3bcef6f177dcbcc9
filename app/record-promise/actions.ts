"use server";

import { z } from "zod";
import { formAction } from "#app/action";
import { writing } from "#app/form";
import { db } from "#db/client";
import { findPayable } from "#db/facts/payable";
import { may } from "#db/write/permission";
import { recordPromise } from "#db/write/promise";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import { payingForm } from "#lib/paying/refused";
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
export const promise = formAction(
  sent,
  writing(
    payingForm,
    async (actor, { customer, key, of: code, amount, day }) => {
      if (!(await may(actor, { needs: "promise:operate", module: sections.promise }))) return refused({ rule: "permission" });
      const payable = code === "" ? undefined : await findPayable(db, code);
      const target = code === "" ? { rule: "target_missing" } : (payable ?? { rule: "target_unknown" });
      const [amountMinor, dueOn] = [readAmount(amount, payable?.decimals ?? 2), readDay(day)];
      if (isRefusal(target) || isRefusal(amountMinor) || isRefusal(dueOn))
        return refused(...[target, amountMinor, dueOn].filter(isRefusal));
      return recordPromise(actor, { customer, code, amountMinor, dueOn }, key);
    },
    (_, { code }) => `/${sections.promise}/${code}`,
  ),
);

const refused = (...refusals: Refusal[]) => ({ ok: false, refusals }) as const;
