/** One thing a line, each as a sentence of its own. */
export function Lines({ all }: { all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map((text) => (
        <li key={text}>
          <Sentence text={text} />
        </li>
      ))}
    </ul>
  );
}

/** A clause of the annex with a capital, the names of rules and fields in it set apart. */
export function Sentence({ text }: { text: string }) {
  const [beginning = "", ...others] = text.split(/(\b[a-z]+(?:_[a-z]+)+\b)/);
  return (
    <>
      {beginning.charAt(0).toLocaleUpperCase() + beginning.slice(1)}
      {others.map((part, index) => (index % 2 === 0 ? <code key={part}>{part}</code> : part))}
    </>
  );
}
