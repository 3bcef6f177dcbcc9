"use client";

import { useActionState } from "react";
import { OfferField, RefinancesField } from "#components/credit-request/choices";
import { useFollowed } from "#components/credit-request/followed";
import { Line } from "#components/credit-request/line";
import { Preview } from "#components/credit-request/preview";
import type { RequestWords } from "#components/credit-request/words";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import type { TypedRequest } from "#lib/credit-request/field";
import type { RequestAction, RequestChoices } from "#lib/credit-request/form";

type RequestFormProps = {
  action: RequestAction;
  sent: Readonly<Record<string, string>>;
  first: TypedRequest;
  choices: RequestChoices;
  words: RequestWords;
};

/** The form of a request for credit beside its preview, which follows what is typed; without script a button asks for it. */
export function RequestForm({ action, sent, first, choices, words }: RequestFormProps) {
  const [state, send, isPending] = useActionState(action, null);
  const place = useRefusalFocus(state);
  const [followed, follow] = useFollowed(action, place, state);
  const typed = state?.typed ?? first;
  const faults = state?.faults ?? {};
  const shown = followed ?? state;
  const { offers, credits, newest } = shown?.choices ?? choices;
  const line = (name: keyof TypedRequest) => ({ name, value: typed[name], fault: faults[name] });
  return (
    <div className="request">
      <form action={send} ref={place} key={JSON.stringify([typed, faults])} onInput={follow} className="profile-form">
        {Object.entries(sent).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {state !== null && state.sentences.length > 0 && <Refused sentences={state.sentences} />}
        <RefinancesField credits={credits} typed={typed.refinances} fault={faults.refinances} words={words} />
        <OfferField offers={offers} newest={newest} typed={typed.offer} fault={faults.offer} words={words} />
        <Line {...line("amount")} label={words.amount} hint={words.amountHint} kind="amount" />
        <Line {...line("downpayment")} label={words.downpayment} hint={words.downpaymentHint} kind="amount" />
        <Line {...line("instalments")} label={words.instalments} kind="count" />
        <Line {...line("disburse_on")} label={words.disburseOn} hint={words.disburseOnHint} kind="day" />
        <Line {...line("first_due_on")} label={words.firstDueOn} hint={words.firstDueOnHint} kind="day" />
        <div className="buttons">
          <noscript>
            <button type="submit" name="intent" value="preview" className="button">
              {words.preview}
            </button>
          </noscript>
          <button type="submit" name="intent" value="request" className="button primary" disabled={isPending}>
            {words.submit}
          </button>
        </div>
      </form>
      <Preview state={shown} isFollowing={followed !== undefined} words={words} />
    </div>
  );
}
