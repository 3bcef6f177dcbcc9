import type { ReactNode } from "react";
import { Fold } from "#components/ui/fold";
import type { Translate } from "#lib/messages/catalogue";

/** A column of money says its currency, which stands once beside the table. */
type Header = { name: string; isAmount?: true; unit?: string };
/** Of words alone: as HTML, in which every text is escaped. */
export type WordColumn<Row> = Header & { html: (row: Row) => string };
export type Column<Row> = WordColumn<Row> | (Header & { cell: (row: Row) => ReactNode });
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
        {columns.every(isOfWords) ? (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a column of words escapes every text, and is tested to.
          <tbody dangerouslySetInnerHTML={{ __html: rowsHtml(columns, rows) }} />
        ) : (
          <tbody>
            {rows.map((row) => (
              <tr key={keyOf(row)}>
                {columns.map((column) => (
                  <Cell key={column.name} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        )}
      </table>
    </section>
  );
}

const isOfWords = <Row,>(column: Column<Row>): column is WordColumn<Row> => "html" in column;

/** As text, for an element per cell costs more than all the rest of a page, and is sent twice. */
function rowsHtml<Row>(columns: readonly WordColumn<Row>[], rows: readonly Row[]): string {
  const cell = (row: Row, { isAmount, html }: WordColumn<Row>) => `<td${isAmount ? ' class="n"' : ""}>${html(row)}</td>`;
  return rows.map((row) => `<tr>${columns.map((column) => cell(row, column)).join("")}</tr>`).join("");
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = column.isAmount && "n";
  if (!isOfWords(column)) return <td className={look}>{column.cell(row)}</td>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a column of words escapes every text, and is tested to.
  return <td className={look} dangerouslySetInnerHTML={{ __html: column.html(row) }} />;
}
