import type { ReactNode } from "react";
import { Fold } from "#components/ui/fold";
import type { Translate } from "#lib/messages/catalogue";

/** A column of money says its currency, which stands once beside the table. */
export type Column<Row> = { name: string; isAmount?: true; unit?: string; cell: (row: Row) => ReactNode };
type RelatedProps<Row> = {
  title: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** How many there are, where only the newest are shown. */
  total?: number;
  /** The way to one more. */
  add?: ReactNode;
  /** What is behind a button, for it is long. */
  fold?: string | undefined;
  t: Translate;
};

/** What belongs to a record, in a small table. */
export function Related<Row>({ title, columns, rows, keyOf, total = rows.length, add, fold, t }: RelatedProps<Row>) {
  const unit = columns.find((column) => column.unit !== undefined)?.unit;
  return (
    <section className="related">
      <h2>{title}</h2>
      {rows.length === 0 && <p className="meaning">{t("record.none")}</p>}
      {rows.length > 0 && unit !== undefined && <p className="unit">{unit}</p>}
      {rows.length > 0 && (
        <Fold label={fold}>
          <Rows {...{ title, columns, rows, keyOf }} />
        </Fold>
      )}
      {total > rows.length && <p className="meaning">{t("record.newest", { shown: rows.length, total })}</p>}
      {add}
    </section>
  );
}

function Rows<Row>({ title, columns, rows, keyOf }: Omit<RelatedProps<Row>, "total" | "add" | "fold" | "t">) {
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
