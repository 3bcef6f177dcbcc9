import { type Field, FieldForm } from "#components/form/field-form";
import { RefusedWay } from "#components/ui/refused-way";
import type { FieldFormSent, FormOrWhy } from "#lib/form";
import type { Translate } from "#lib/messages/catalogue";

/** The form that opens an account, or why it cannot be opened. */
export type Opening =
  | { form: FieldFormSent; products: readonly { code: string; name: string; min: string; max: string }[] }
  | { because: string };

/** Opens a card account of a customer. */
export function OpenAccount({ opening, t }: { opening: Opening; t: Translate }) {
  const label = t("card_desk.open_account");
  if ("because" in opening) return <RefusedWay id="no-account" label={label} because={opening.because} />;
  const { form, products } = opening;
  if (products.length === 0) return <p className="meaning">{t("card_desk.no_product")}</p>;
  const day = { kind: "line", hint: t("card_desk.day_hint") } as const;
  const fields: Field[] = [
    {
      name: "product",
      label: t("card_desk.product"),
      kind: "choice",
      isRequired: true,
      options: [
        ["", t("card_desk.choose")],
        ...products.map(({ code, name, min, max }) => [code, t("card_desk.line_within", { product: name, min, max })] as const),
      ],
    },
    { name: "line", label: t("card_desk.line"), kind: "line", isRequired: true },
    { ...day, name: "closing", label: t("card_desk.closing") },
    { ...day, name: "due", label: t("card_desk.due") },
  ];
  return <FieldForm {...form} opener={label} submit={label} lead={t("card_desk.open_lead")} fields={fields} />;
}

const lastFour = (t: Translate): Field => ({
  name: "last_four",
  label: t("card_desk.last_four"),
  kind: "line",
  isRequired: true,
  hint: t("card_desk.last_four_hint"),
});

/** Issues a card on an account. */
export function IssueCard({ form, t }: { form: FormOrWhy; t: Translate }) {
  const label = t("card_desk.issue");
  if ("because" in form) return <RefusedWay id="no-issue" label={label} {...form} />;
  const options = [
    ["physical", t("record.type_physical")],
    ["virtual", t("record.type_virtual")],
  ] as const;
  const fields: Field[] = [{ name: "kind", label: t("card_desk.kind"), kind: "choice", options, value: "physical" }, lastFour(t)];
  return <FieldForm {...form} opener={label} submit={label} lead={t("card_desk.issue_lead")} fields={fields} />;
}

/** Issues a card in place of another. */
export function ReplaceCard({ form, t }: { form: FormOrWhy; t: Translate }) {
  const label = t("card_desk.replace");
  if ("because" in form) return <RefusedWay id="no-replace" label={label} {...form} />;
  return <FieldForm {...form} opener={label} submit={label} lead={t("card_desk.replace_lead")} fields={[lastFour(t)]} />;
}

/** Asks for the credit balance of an account to be paid out. */
export function RefundBalance({ form, amount, t }: { form: FormOrWhy; amount: string; t: Translate }) {
  const label = t("card_desk.refund");
  if ("because" in form) return <RefusedWay id="no-refund" label={label} {...form} />;
  const fields: Field[] = [{ name: "reference", label: t("card_desk.reference"), kind: "line", isRequired: true }];
  return <FieldForm {...form} opener={label} submit={label} lead={t("card_desk.refund_lead", { amount })} fields={fields} />;
}
