import { Linked } from "#components/ui/linked";

/** What the last form of a page came to; nothing where none was sent. */
export function Written({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div className="written" role="status">
      {lines.map((line) => (
        <p key={line}>
          <Linked text={line} />
        </p>
      ))}
    </div>
  );
}
