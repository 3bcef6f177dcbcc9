import { Linked } from "#components/ui/linked";

export type DecidedProps = { isDone: boolean; sentences: readonly string[] };

/** What came of a decision, above the page that it was made on. */
export function Decided({ isDone, sentences }: DecidedProps) {
  return (
    <section className={isDone ? "decided" : "decided refused"} role={isDone ? "status" : "alert"}>
      {sentences.map((sentence) => (
        <p key={sentence}>
          <Linked text={sentence} />
        </p>
      ))}
    </section>
  );
}
