import { settingAddress, splitAtNames } from "#lib/settings/annex";

type LinesProps = { all: readonly string[] /** Whether the names of settings lead to them. */; isLinked?: boolean };

/** One thing a line, each as a sentence of its own. */
export function Lines({ all, isLinked = false }: LinesProps) {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map((text) => (
        <li key={text}>
          <Sentence text={text} isLinked={isLinked} />
        </li>
      ))}
    </ul>
  );
}

/** A clause of the annex with a capital, the names of rules and fields in it set apart. */
export function Sentence({ text, isLinked = false }: { text: string; isLinked?: boolean }) {
  const [beginning = "", ...others] = splitAtNames(text);
  return (
    <>
      {beginning.charAt(0).toLocaleUpperCase() + beginning.slice(1)}
      {others.map((part, index) =>
        index % 2 === 0 ? <Name key={part} name={part} address={isLinked ? settingAddress(part) : undefined} /> : part,
      )}
    </>
  );
}

function Name({ name, address }: { name: string; address: string | undefined }) {
  const code = <code>{name}</code>;
  return address === undefined ? code : <a href={address}>{code}</a>;
}
