import type { Decision as Decided } from "#lib/list/html/decision";

/** The state of what one operator asked for, and the form of whoever may approve or decline it. */
export function Decision({ state, label, note, form }: Decided) {
  return (
    <div className="decision">
      <span data-status={state}>{label}</span> {note !== "" && <span>{note}</span>}
      {form !== undefined && <DecisionForm {...form} />}
    </div>
  );
}

function DecisionForm({ fields, approve, decline, grave }: NonNullable<Decided["form"]>) {
  return (
    <form method="post" action="/approvals/decide">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {grave === undefined ? (
        <Choice value="approved" look="button primary" label={approve} />
      ) : (
        <details>
          <summary className="button">{approve}</summary>
          <p>{grave}</p>
          <Choice value="approved" look="button danger" label={approve} />
        </details>
      )}
      <Choice value="declined" look="button" label={decline} />
    </form>
  );
}

const Choice = ({ value, look, label }: Record<"value" | "look" | "label", string>) => (
  <button type="submit" className={look} name="decision" value={value}>
    {label}
  </button>
);
