"use client";

import { startTransition, useActionState, useRef } from "react";
import { type Field, TypedField } from "#components/form/field-form";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import { ForeseenTables } from "#components/payment/foreseen";
import type { PaymentAction, PaymentPreview } from "#lib/paying";

export type PaymentFormProps = {
  action: PaymentAction;
  sent: { code: string; key: string };
  fields: readonly Field[];
  /** Before anything is typed: why a payment would wait, and what pays a credit off today. */
  waits: readonly string[];
  payoff: string | undefined;
  words: Record<"submit" | "preview" | "would_wait" | "would_cover" | "covers_nothing", string>;
};

/** Long enough not to ask at every key. */
const pauseMs = 400;

/** The form that registers a payment; with script it follows what is typed, without it a button previews. */
export function PaymentForm({ action, sent, fields, waits, payoff, words }: PaymentFormProps) {
  const [state, send, isPending] = useActionState(action, null);
  const place = useRefusalFocus(state);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Not as the form's own action, which would empty its fields.
  const ask = (form: FormData) => startTransition(() => send(form));
  const follow = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const typed = new FormData(form);
      typed.set("intent", "follow");
      ask(typed);
    }, pauseMs);
  };
  return (
    <form
      action={send}
      ref={place}
      className="profile-form payment-form"
      onInput={(event) => follow(event.currentTarget)}
      onSubmit={(event) => {
        event.preventDefault();
        clearTimeout(timer.current);
        ask(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
      }}
    >
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state !== null && state.sentences.length > 0 && <Refused sentences={state.sentences} />}
      {fields.map((field) => (
        <TypedField key={field.name} field={field} state={state} />
      ))}
      <p className="buttons">
        <button
          type="submit"
          name="intent"
          value="announce"
          className="button primary"
          disabled={isPending && !state?.isFollowed}
        >
          {words.submit}
        </button>
        <button type="submit" name="intent" value="preview" className="button">
          {words.preview}
        </button>
      </p>
      <Preview preview={state?.preview ?? { waits: [...waits], payoff, foreseen: undefined }} words={words} />
    </form>
  );
}

function Preview({ preview: { waits, payoff, foreseen }, words }: { preview: PaymentPreview } & Pick<PaymentFormProps, "words">) {
  return (
    <div className="preview" aria-live="polite">
      {waits.length > 0 && (
        <div className="waits">
          <p>{words.would_wait}:</p>
          <ul>
            {waits.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
      {payoff !== undefined && <p className="payoff">{payoff}</p>}
      {foreseen !== undefined && (
        <section>
          <h2>{words.would_cover}</h2>
          {foreseen.tables.length === 0 && <p>{words.covers_nothing}</p>}
          <ForeseenTables {...foreseen} />
        </section>
      )}
    </div>
  );
}
