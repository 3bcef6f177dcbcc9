"use client";

import { useActionState } from "react";
import type { FormState } from "#lib/form";
import type { Act } from "#lib/moves";

type Words = Record<
  "to" | "reason" | "choose" | "comment" | "amount" | "typed" | "effects" | "final" | "approval" | "submit",
  string
>;

/** The form of one action; refused, it stays open with the reasons and all that was typed. It works without script. */
export function MoveForm({
  action,
  sent,
  act,
  isOpened,
  words,
}: {
  action: (before: FormState | null, form: FormData) => Promise<FormState>;
  sent: Record<string, string>;
  act: Act;
  isOpened: boolean;
  words: Words;
}) {
  const [state, submit, isPending] = useActionState(action, null);
  const typed = state?.typed ?? {};
  return (
    <details className="act" id={`act-${act.event}`} name="act" open={isOpened || state !== null}>
      <summary className="button" data-final={act.isFinal}>
        {act.label}
      </summary>
      <form action={submit} key={JSON.stringify(typed)}>
        {Object.entries({ ...sent, event: act.event }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state !== null && (
          <div role="alert" className="refused">
            {state.sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
        <p className="follows">
          <b>{words.to}.</b> {words.effects} {words.approval} <b>{words.final}</b>
        </p>
        {act.reasons !== undefined && (
          <label>
            {words.reason}
            <select name="reason" required defaultValue={typed["reason"] ?? ""}>
              <option value="">{words.choose}</option>
              {act.reasons.map(({ code, label }) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
        {act.asks !== undefined && (
          <label>
            {words.amount}
            <input name="amount" inputMode="decimal" autoComplete="off" maxLength={30} defaultValue={typed["amount"] ?? ""} />
          </label>
        )}
        <label>
          {words.comment}
          <textarea name="comment" rows={2} defaultValue={typed["comment"] ?? ""} />
        </label>
        {act.isTyped && (
          <label>
            {words.typed}
            <input name="typed" autoComplete="off" maxLength={30} defaultValue={typed["typed"] ?? ""} />
          </label>
        )}
        <button type="submit" className={act.isFinal ? "button danger" : "button primary"} disabled={isPending}>
          {words.submit}
        </button>
      </form>
    </details>
  );
}
