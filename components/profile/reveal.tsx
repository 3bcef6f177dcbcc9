"use client";

import { useActionState } from "react";
import type { Sent } from "#lib/form";
import type { RevealAction } from "#lib/profile";

export type RevealProps = {
  action: RevealAction;
  sent: Sent;
  /** Each with its name, and its label to be revealed by; a field that is not masked has none. */
  facts: readonly { name: string; value: string; field?: string; label?: string }[];
  words: { reveal: string; all: string; why: string; revealed: string };
};

/** Personal details that are masked, each with a button that shows it: in this answer, and until the page is opened again. */
export function Reveal({ action, sent, facts, words }: RevealProps) {
  const [state, send, isPending] = useActionState(action, null);
  const revealed = state?.revealed ?? {};
  const isShown = Object.keys(revealed).length > 0;
  return (
    <form action={send} className="reveal">
      {Object.entries({ ...sent, ...(state?.key !== undefined && { key: state.key }) }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state !== null && state.sentences.length > 0 && (
        <p role="alert" className="refused">
          {state.sentences.join(" ")}
        </p>
      )}
      <dl>
        {facts.map(({ name, value, field, label }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {(field !== undefined && revealed[field]) || value || "—"}
              {field !== undefined && value !== "" && revealed[field] === undefined && (
                <button type="submit" name="field" value={field} className="plain" aria-label={label} disabled={isPending}>
                  {words.reveal}
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="meaning" role="status">
        {isShown ? words.revealed : words.why}
      </p>
      <button type="submit" name="field" value="all" className="button" disabled={isPending}>
        {words.all}
      </button>
    </form>
  );
}
