import { Linked } from "#components/ui/linked";

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
