import type { ReactNode } from "react";

type Group = { name: string; columns: readonly string[] };
type AmountRow = { key: string; cells: readonly ReactNode[]; mark?: string; id?: string };

type AmountTableProps = {
  name: string;
  caption: string;
  /** Columns of words first, so many of them; the others are amounts, in groups where those have a name. */
  words: readonly string[];
  groups: readonly Group[];
  rows: readonly AmountRow[];
  total?: readonly ReactNode[];
};

/** More amounts than this stand closer together, for them all to be seen at once where there is room. */
const fewAmounts = 13;

/** A wide table of amounts whose currency its caption says; it scrolls in its place. */
export function AmountTable({ name, caption, words, groups, rows, total }: AmountTableProps) {
  const isGrouped = groups.some((group) => group.name !== "");
  const count = groups.reduce((sum, { columns }) => sum + columns.length, 0);
  return (
    <section className="schedule-box" tabIndex={0} aria-label={`${name}. ${caption}`}>
      <table className={count > fewAmounts ? "amounts many" : "amounts"} data-words={words.length}>
        <caption>{caption}</caption>
        <thead>
          {isGrouped && (
            <tr>
              {words.length > 0 && <td colSpan={words.length} />}
              {groups.map((group) => (
                <th key={group.name} scope="colgroup" colSpan={group.columns.length}>
                  {group.name}
                </th>
              ))}
            </tr>
          )}
          <tr>
            {words.map((word) => (
              <th key={word} scope="col" className="w">
                {word}
              </th>
            ))}
            {groups.flatMap((group) =>
              group.columns.map((column, place) => (
                <th key={`${group.name} ${column}`} scope="col" className={place === 0 && isGrouped ? "first" : undefined}>
                  {column}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, mark, id }) => (
            <tr key={key} id={id} data-mark={mark}>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their column
                <td key={place} className={place < words.length ? "w" : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <tr>
              <th scope="row" className="w" colSpan={words.length + count - total.length + 1}>
                {total[0]}
              </th>
              {total.slice(1).map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name than their column
                <td key={place}>{cell}</td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  );
}
