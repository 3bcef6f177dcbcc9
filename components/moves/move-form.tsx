import { Refused } from "#components/form/refused";
import type { FormState } from "#lib/form";
import type { Act, ActWords } from "#lib/moves";

type MoveFormProps = {
  submit: (form: FormData) => void;
  isPending: boolean;
  sent: Record<string, string>;
  act: Act;
  isOpened: boolean;
  refused: FormState | null;
  words: ActWords;
};

/** The form of one action: what follows from it, and what it asks. */
export function MoveForm({ submit, isPending, sent, act, isOpened, refused, words }: MoveFormProps) {
  const typed = refused?.typed ?? {};
  // What ends well, as a confirmation does, has no reason to give.
  const isGrave = act.isFinal && act.reasons !== undefined;
  return (
    <details className="act" id={`act-${act.event}`} name="act" open={isOpened || refused !== null}>
      <summary className="button" data-grave={isGrave}>
        {act.label}
      </summary>
      <form action={submit} key={JSON.stringify(typed)}>
        {Object.entries({ ...sent, event: act.event }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {refused !== null && <Refused sentences={refused.sentences} />}
        <p className="follows">
          <b>{words.to}.</b> {words.effects} {words.approval} <b>{words.final}</b>
        </p>
        <Fields act={act} typed={typed} words={words} />
        <button type="submit" className={isGrave ? "button danger" : "button primary"} disabled={isPending}>
          {words.submit}
        </button>
      </form>
    </details>
  );
}

function Fields({ act, typed, words }: { act: Act; typed: FormState["typed"]; words: ActWords }) {
  return (
    <>
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
    </>
  );
}
