"use client";

import { useActionState } from "react";
import { Row } from "#components/catalogue/row";
import { useRefusalFocus } from "#components/form/focus";
import { Refused } from "#components/form/refused";
import type { ShownForm } from "#lib/catalogue/shown";

export type CatalogueFormProps = ShownForm & { submit: string; lead?: string /** What cannot be undone. */; isDanger?: true };

/** A form of a product or an offer; refused, it shows the reasons and all that was typed. It works without script. */
export function CatalogueForm({ action, sent, groups, submit, lead, isDanger }: CatalogueFormProps) {
  const [state, send, isPending] = useActionState(action, null);
  const place = useRefusalFocus(state);
  return (
    <form action={send} ref={place} key={JSON.stringify(state)} className="catalogue-form" autoComplete="off">
      {Object.entries({ ...sent, ...state?.sent }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {state !== null && <Refused sentences={state.sentences} look="told refused" />}
      {lead !== undefined && <p className="meaning">{lead}</p>}
      <div className="groups">
        {groups.map((group) => (
          <section key={group.title ?? ""}>
            {group.title !== undefined && <h2>{group.title}</h2>}
            {group.lead !== undefined && <p className="meaning">{group.lead}</p>}
            {group.rows.map((row) => (
              <Row key={row.name} row={row} state={state} />
            ))}
          </section>
        ))}
      </div>
      <p className="actions">
        <button type="submit" className={isDanger ? "button danger" : "button primary"} disabled={isPending}>
          {submit}
        </button>
      </p>
    </form>
  );
}
