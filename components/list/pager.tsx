import { addressOf, type Place } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";

/** First, previous, next and last page; an end that is reached shows as text, not as a link. */
export function Pager({
  list,
  params,
  t,
  rows,
  hasPrevious,
  hasNext,
}: ShownList & { rows: string[][]; hasPrevious: boolean; hasNext: boolean }) {
  const code = list.columns.findIndex(({ kind }) => kind === "code");
  const [first, last] = [rows[0]?.[code] ?? "", rows.at(-1)?.[code] ?? ""];
  const steps: [word: "first" | "previous" | "next" | "last", sign: string, isOpen: boolean, place: Place][] = [
    ["first", "⇤", hasPrevious, { at: "first" }],
    ["previous", "←", hasPrevious, { at: "before", code: first }],
    ["next", "→", hasNext, { at: "after", code: last }],
    ["last", "⇥", hasNext, { at: "last" }],
  ];
  return (
    <nav className="pager" aria-label={t("list.pages")}>
      {steps.map(([word, sign, isOpen, place]) => {
        const label = (
          <>
            <span aria-hidden="true">{sign}</span> {t(`list.${word}`)}
          </>
        );
        return isOpen ? (
          <a key={word} href={addressOf(list, { ...params, place })} rel={word === "previous" ? "prev" : word}>
            {label}
          </a>
        ) : (
          <span key={word} aria-disabled="true">
            {label}
          </span>
        );
      })}
    </nav>
  );
}
