import { Linked } from "#components/ui/linked";

/** Several that one reason stands against: it is said once, after the last. */
export function RefusedWays({ id, labels, because }: { id: string; labels: readonly string[]; because: string }) {
  return labels.map((label, at) => (
    <RefusedWay key={label} id={id} label={label} because={at === labels.length - 1 ? because : undefined} />
  ));
}

/** A way that cannot be gone now: a button that says no, reachable by keyboard, described by its reason, here or at another place. */
export function RefusedWay({ id, label, because }: Record<"id" | "label", string> & { because: string | undefined }) {
  return (
    <span className="refused-way">
      <button type="button" className="button" aria-disabled="true" aria-describedby={id}>
        {label}
      </button>
      {because !== undefined && (
        <span id={id} className="why">
          <Linked text={because} />
        </span>
      )}
    </span>
  );
}
