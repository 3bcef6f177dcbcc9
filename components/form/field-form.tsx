"use client";

import { useActionState, useId } from "react";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import { FieldNotes } from "#components/ui/field-notes";
import type { FieldFormAction, FieldFormState, Sent } from "#lib/form";

export type Field = {
  name: string;
  label: string;
  kind: "line" | "calendar" | "long" | "choice" | "flag";
  value?: string;
  hint?: string;
  options?: readonly (readonly [value: string, label: string])[];
  isRequired?: boolean;
};
export type FieldFormProps = {
  action: FieldFormAction;
  sent: Sent;
  submit: string;
  fields?: readonly Field[];
  /** A sentence on what follows. */
  lead?: string;
  /** The button that opens the form, where it is not open at once. */
  opener?: string;
  isPrimary?: boolean;
};

/** So many stand better in two columns. */
const manyFields = 5;

/** A form of fields; refused, it stays open with the reasons and all that was typed. It works without script. */
export function FieldForm({ action, sent, submit, fields = [], lead, opener, isPrimary = true }: FieldFormProps) {
  const [state, send, isPending] = useActionState(action, null);
  const place = useRefusalFocus(state);
  const form = (
    <form
      action={send}
      ref={place}
      key={JSON.stringify(state)}
      className={fields.length > manyFields ? "profile-form many" : "profile-form"}
    >
      {Object.entries({ ...sent, ...state?.sent }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state !== null && <Refused sentences={state.sentences} />}
      {lead !== undefined && <p className="lead">{lead}</p>}
      {fields.map((field) => (
        <TypedField key={field.name} field={field} state={state} />
      ))}
      <button type="submit" className={isPrimary ? "button primary" : "button"} disabled={isPending}>
        {submit}
      </button>
    </form>
  );
  if (opener === undefined) return form;
  return (
    <details className="opens" open={state !== null}>
      <summary className="button">{opener}</summary>
      {form}
    </details>
  );
}

/** A field with its label, what is said of it, and what is wrong with what was typed. */
export function TypedField({ field, state }: { field: Field; state: Pick<FieldFormState, "faults" | "typed"> | null }) {
  const id = useId();
  const { name, label, kind, hint } = field;
  const fault = state?.faults[name];
  const said = [hint === undefined ? [] : [`${id}-hint`], fault === undefined ? [] : [`${id}-fault`]].flat().join(" ");
  return (
    <div className={`field ${kind}`}>
      <label htmlFor={id}>{label}</label>
      <Input field={field} state={state} own={{ id, ...(said !== "" && { "aria-describedby": said }) }} />
      <FieldNotes id={id} hint={hint} fault={fault} />
    </div>
  );
}

type Own = { id: string; "aria-describedby"?: string };

function Input({ field, state, own }: Parameters<typeof TypedField>[0] & { own: Own }) {
  const { name, kind, value = "", options = [], isRequired } = field;
  // A box that is not ticked is not sent.
  const typed = state === null ? value : (state.typed[name] ?? "");
  const shared = { name, required: isRequired, "aria-invalid": state?.faults[name] === undefined ? undefined : true, ...own };
  switch (kind) {
    case "flag":
      return <input type="checkbox" value="true" defaultChecked={typed === "true"} {...shared} />;
    case "long":
      return <textarea rows={2} defaultValue={typed} {...shared} />;
    case "choice":
      return (
        <select defaultValue={typed} {...shared}>
          {options.map(([option, label]) => (
            <option key={option} value={option}>
              {label}
            </option>
          ))}
        </select>
      );
    case "calendar":
      return <input type="date" defaultValue={typed} {...shared} />;
    case "line":
      return <input autoComplete="off" defaultValue={typed} {...shared} />;
  }
}
