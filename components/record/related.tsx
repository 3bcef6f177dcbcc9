import type { ReactNode } from "react";
import type { Translate } from "#lib/messages/catalogue";

export type Column<Row> = { name: string; isAmount?: true; cell: (row: Row) => ReactNode };
type RelatedProps<Row> = {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How many there are, where only the newest are shown. */
  total?: number;
  /** The way to one more. */
  add?: ReactNode;
  t: Translate;
};

/** What belongs to a record, in a small table. */
export function Related<Row>({ title, columns, rows, keyOf, total = rows.length, add, t }: RelatedProps<Row>) {
  return (
    <section className="related">
      <h2>{title}</h2>
      {rows.length === 0 ? <p className="meaning">{t("record.none")}</p> : <Rows {...{ title, columns, rows, keyOf }} />}
      {total > rows.length && <p className="meaning">{t("record.newest", { shown: rows.length, total })}</p>}
      {add}
    </section>
  );
}

function Rows<Row>({ title, columns, rows, keyOf }: Omit<RelatedProps<Row>, "total" | "add" | "t">) {
  return (
    <section className="box" tabIndex={0} aria-label={title}>
      <table>
        <thead>
          <tr>
            {columns.map(({ name, isAmount }) => (
              <th key={name} scope="col" className={isAmount && "n"}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map(({ name, isAmount, cell }) => (
                <td key={name} className={isAmount && "n"}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
