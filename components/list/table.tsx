import { Rows } from "#components/list/rows";
import { addressOf, signed } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";
import type { ColumnView } from "#lib/list/view";

/** The table: the head from the server, the rows as one text that a single leaf turns into cells. */
export function Table(shown: ShownList & { rows: string[][] }) {
  const { list, labels, path, rows, t } = shown;
  const columns = list.columns.map(({ key, kind }) => ({ key, kind }));
  return (
    <section className="table-box" tabIndex={0} aria-label={t(`${list.name}.title`)}>
      <table className="table">
        <thead>
          <tr>
            {list.columns.map((column) => (
              <Header key={column.key} column={column} {...shown} />
            ))}
          </tr>
        </thead>
        <Rows table={JSON.stringify({ columns, rows, labels, path, copy: t.raw("shell.copy") })} />
      </table>
    </section>
  );
}

function Header({ column: { key, kind, isSortable }, list, params, t }: ShownList & { column: ColumnView }) {
  const label = t(`${list.name}.${key}` as never);
  const className = kind === "count" ? "n" : undefined;
  if (!isSortable) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const { column, direction } = params.sort;
  const isSorted = column === key;
  const next = isSorted && direction === "asc" ? "desc" : isSorted ? "asc" : kind === "name" ? "asc" : "desc";
  const address = addressOf(list, { ...params, sort: { column: key, direction: next }, place: { at: "first" } });
  return (
    <th scope="col" className={className} aria-sort={isSorted ? (direction === "asc" ? "ascending" : "descending") : undefined}>
      <a
        href={address}
        title={t(next === "asc" ? "list.sort_up" : "list.sort_down", { column: label })}
        data-sort={signed({ column: key, direction: next })}
      >
        {label}
      </a>
    </th>
  );
}
