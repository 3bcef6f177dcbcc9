import { useId } from "react";
import { FieldNotes } from "#components/ui/field-notes";
import type { RequestField } from "#lib/credit-request/field";

type LineProps = {
  name: RequestField;
  label: string;
  hint?: string;
  kind: "amount" | "count" | "day";
  value: string;
  fault: string | undefined;
};

const kinds = { amount: { inputMode: "decimal" }, count: { inputMode: "numeric" }, day: { type: "date" } } as const;

/** A field of one line, with what is wrong with it. */
export function Line({ name, label, hint, kind, value, fault }: LineProps) {
  const id = useId();
  const said = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(" ");
  return (
    <div className={`field ${name}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        {...kinds[kind]}
        {...(kind === "day" && value !== "" && !/^\d{4}-\d\d-\d\d$/.test(value) && { type: "text" })}
        placeholder=" "
        autoComplete="off"
        defaultValue={value}
        aria-invalid={fault === undefined ? undefined : true}
        aria-describedby={said === "" ? undefined : said}
      />
      <FieldNotes id={id} hint={hint} fault={fault} />
    </div>
  );
}
