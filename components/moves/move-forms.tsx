"use client";

import { useActionState } from "react";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import { MoveForm } from "#components/moves/move-form";
import type { FormState } from "#lib/form";
import type { Act, ActWords } from "#lib/moves";

export type Action = (before: FormState | null, form: FormData) => Promise<FormState>;
/** The forms of all possible actions; what was refused stays with its reasons and all that was typed. It works without script. */
export function MoveForms({
  action,
  sent,
  acts,
  opened,
  comment,
}: {
  action: Action;
  sent: Record<string, string>;
  acts: { act: Act; words: ActWords }[];
  opened: string;
  /** What a comment is called that has lost its form. */
  comment: string;
}) {
  const [refused, submit, isPending] = useActionState(action, null);
  const place = useRefusalFocus<HTMLDivElement>(refused);
  const event = refused?.typed["event"];
  const isLost = refused !== null && acts.every(({ act }) => act.event !== event);
  return (
    <div className="acts" ref={place}>
      {isLost && <Lost refused={refused} comment={comment} />}
      {acts.map(({ act, words }) => (
        <MoveForm
          key={act.event}
          submit={submit}
          isPending={isPending}
          sent={sent}
          act={act}
          isOpened={opened === act.event}
          refused={event === act.event ? refused : null}
          words={words}
        />
      ))}
    </div>
  );
}

/** Of an action that is not possible any more: nothing that was typed goes with it. */
function Lost({ refused: { sentences, typed }, comment }: { refused: FormState; comment: string }) {
  return (
    <div className="lost">
      <Refused sentences={sentences} />
      {typed["comment"] && (
        <label>
          {comment}
          <textarea readOnly rows={2} value={typed["comment"]} />
        </label>
      )}
    </div>
  );
}
