"use client";

import { useActionState } from "react";
import { type Field, TypedField } from "#components/form/field-form";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import { CopyCode } from "#components/profile/copy-code";
import type { Sent } from "#lib/form";
import type { TokenAction, TokenState } from "#lib/token";

type NewTokenProps = {
  action: TokenAction;
  sent: Sent;
  fields: { name: Field; scopes: readonly Field[]; calls: Field; expires: Field };
  words: Readonly<Record<"lead" | "scopes" | "create" | "madeWhy" | "copy" | "copied" | "back", string>>;
};

/** The form that makes a token; once it has, the token stands in its place, until the page is left. */
export function NewToken({ action, sent, fields, words }: NewTokenProps) {
  const [state, send, isPending] = useActionState(action, null);
  const place = useRefusalFocus<HTMLDivElement>(state);
  return (
    <div ref={place}>
      {state?.made === undefined ? (
        <form action={send} key={JSON.stringify(state)} className="profile-form many" autoComplete="off">
          {Object.entries(sent).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {state !== null && <Refused sentences={state.sentences} />}
          <p className="lead">{words.lead}</p>
          <TypedField field={fields.name} state={state} />
          <TypedField field={fields.calls} state={state} />
          <TypedField field={fields.expires} state={state} />
          <Scopes title={words.scopes} fields={fields.scopes} state={state} />
          <button type="submit" className="button primary" disabled={isPending}>
            {words.create}
          </button>
        </form>
      ) : (
        <Made made={state.made} words={words} />
      )}
    </div>
  );
}

type Typed = { title: string; fields: readonly Field[]; state: TokenState | null };

function Scopes({ title, fields, state }: Typed) {
  const fault = state?.faults["scopes"];
  return (
    <fieldset className="scopes" aria-describedby={fault === undefined ? undefined : "scopes-fault"}>
      <legend>{title}</legend>
      {fault !== undefined && (
        <p id="scopes-fault" className="fault">
          {fault}
        </p>
      )}
      {fields.map((field) => (
        <TypedField key={field.name} field={field} state={state} />
      ))}
    </fieldset>
  );
}

function Made({ made, words }: { made: NonNullable<TokenState["made"]>; words: NewTokenProps["words"] }) {
  return (
    <div className="told" role="status" tabIndex={-1}>
      <h3>{made.title}</h3>
      <p>{words.madeWhy}</p>
      <p>
        <code className="secret">{made.token}</code> <CopyCode code={made.token} label={words.copy} done={words.copied} />
      </p>
      <p>
        <a className="button" href="/settings/tokens">
          {words.back}
        </a>
      </p>
    </div>
  );
}
