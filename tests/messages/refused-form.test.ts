import { describe, expect, test } from "vitest";
import { amountFaults } from "#lib/amount/typed";
import { cardForm } from "#lib/card-desk/refused";
import { catalogueForm } from "#lib/catalogue/refused";
import type { Refusal } from "#lib/domain/machine";
import { type Refusable, sayRefused, statusOf, wordRefused } from "#lib/form/refused";
import { formatOf } from "#lib/list/format";
import { type Language, messages, translators } from "#lib/messages/catalogue";
import { payingForm } from "#lib/paying/refused";
import { profileForm } from "#lib/profile/refused";
import { tokenForm } from "#lib/token/refused";

const forms: Record<string, Refusable> = { cardForm, catalogueForm, payingForm, profileForm, tokenForm };
const wayIn = (language: Language) => ({
  language,
  t: translators[language],
  format: formatOf(language, { timeZone: "America/Bogota", currency: "COP" }),
});
const way = wayIn("en");

test.each<[keyof typeof forms, Refusal, en: string, es: string]>([
  [
    "catalogueForm",
    { rule: "edited_by", values: { email: "a@example.com", at: "2026-11-22T02:30:00.000Z" } },
    "a@example.com edited this on Nov 21, 2026, 21:30, after",
    "a@example.com editó esto el 21/11/2026, 21:30, después",
  ],
  [
    "catalogueForm",
    { rule: "id_not_typed" },
    "Type the ID of this record exactly as it is shown,",
    "Escriba el ID de este registro tal como se muestra,",
  ],
  [
    "payingForm",
    { rule: "payoff_differs", values: { payoff: 123450n, datedOn: "2026-11-22" } },
    "What pays the credit off on Nov 22, 2026 is COP\u00a01,234.50:",
    "Lo que paga la totalidad del crédito al 22/11/2026 es COP\u00a01.234,50:",
  ],
  [
    "payingForm",
    { rule: "day_too_late", values: { lastDate: "2027-11-22" } },
    "Announce it no further ahead than Nov 22, 2027.",
    "Anúncielo como máximo hasta el 22/11/2027.",
  ],
  [
    "payingForm",
    { rule: "too_many_decimals", values: { decimals: 0 } },
    "Type an amount with no decimals.",
    "Escriba un monto sin decimales.",
  ],
  [
    "profileForm",
    { rule: "emptied", values: { requirement: "phone" } },
    "A customer must have this, which the project asks for: Phone number.",
    "Un cliente debe tener este dato, que el proyecto exige: ",
  ],
  [
    "cardForm",
    { rule: "line_at_most", values: { limit: 90000n } },
    "The credit line is above what the product lends at most, COP\u00a0900",
    "El cupo es mayor que el máximo que presta el producto, COP\u00a0900.",
  ],
  [
    "cardForm",
    { rule: "product_enabled", values: { productState: "inactive" } },
    "The product is in the status “Inactive”",
    "El producto está en el estado “Inactivo”",
  ],
  [
    "tokenForm",
    { rule: "key_reused" },
    "This form was sent before with other content; open the page again",
    "Este formulario ya se envió con otro contenido; abra la página de nuevo",
  ],
])("%s: %o as it is shown", (form, refusal, en, es) => {
  const of = forms[form] as Refusable;
  expect(sayRefused(refusal, of, way).slice(0, en.length)).toBe(en);
  expect(sayRefused(refusal, of, wayIn("es")).slice(0, es.length)).toBe(es);
});

test("what another record says no to is said in its own words, behind its ID", () => {
  const values = { state: "reversed", fromStates: "accepted" };
  const refusal = { rule: "status", values, of: { entity: "payment", code: "P-7F3K2M" } };
  expect(sayRefused(refusal, profileForm, way)).toBe("P-7F3K2M: Not possible while Reversed: only from Accepted.");
});

describe("a fault", () => {
  test.each<[keyof typeof forms, Refusal, field: string, sentence: string]>([
    [
      "catalogueForm",
      { rule: "fault", values: { field: "name", word: "too_long", most: 60 } },
      "name",
      "Type at most 60 characters.",
    ],
    ["payingForm", { rule: "amount_missing" }, "amount", "Type the amount."],
    ["payingForm", { rule: "unreadable", values: { decimals: 2 } }, "amount", "Type an amount in digits, such as"],
    ["profileForm", { rule: "fault", values: { field: "email", reason: "bad_email" } }, "email", "Not an e-mail address."],
    [
      "cardForm",
      { rule: "fault", values: { field: "closing", reason: "day_of_month" } },
      "closing",
      "Type a day of the month, from 1 to 31.",
    ],
    [
      "cardForm",
      { rule: "fault", values: { field: "line", reason: "negative", decimals: 2 } },
      "line",
      "Type an amount that is not negative.",
    ],
    [
      "tokenForm",
      { rule: "fault", values: { field: "calls", least: 1, most: 600 } },
      "calls",
      "Type a whole number from 1 to 600.",
    ],
  ])("of %s, %o, stands beside its field", (form, refusal, field, sentence) => {
    const of = forms[form] as Refusable;
    const { sentences, faults } = wordRefused([{ rule: "permission" }, refusal], of, way);
    expect(sentences).toEqual([
      (messages.en[of.words] as Record<string, string>)["correct"],
      "Your role may not do this; ask an operator whose role may.",
    ]);
    expect(Object.entries(faults)).toEqual([[field, expect.stringContaining(sentence)]]);
  });

  test("is the first of its field", () => {
    const { faults } = wordRefused([{ rule: "target_closed" }, { rule: "target_stopped" }], payingForm, way);
    expect(faults).toEqual({ of: messages.en.paying_refusal.target_closed });
  });
});

test.each<[rules: string[], of: Refusable, status: number]>([
  [["fault", "broken"], cardForm, 400],
  [["fault", "customer_enabled"], cardForm, 409],
  [["fault", "permission"], cardForm, 403],
  [["unknown", "fault"], cardForm, 404],
  [["id_not_typed"], catalogueForm, 400],
  [["id_not_typed"], cardForm, 409],
  [["note_too_long", "rule_missing"], profileForm, 400],
  [["consent_given"], profileForm, 409],
  [["day_too_late", "target_closed"], payingForm, 400],
  [["row_over"], payingForm, 409],
  [["key_reused", "amount_zero"], payingForm, 409],
  [["told_once"], tokenForm, 409],
])("%o is answered with the status of what it is", (rules, of, status) => {
  expect(
    statusOf(
      rules.map((rule) => ({ rule })),
      of,
    ),
  ).toBe(status);
});

test("every rule that is about a field has a sentence", () => {
  const said = [...Object.keys(messages.en.paying_refusal), ...amountFaults];
  expect(Object.keys(payingForm.fields ?? {}).filter((rule) => !said.includes(rule))).toEqual([]);
});
