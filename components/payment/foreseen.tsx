import { Fold } from "#components/ui/fold";
import { Linked } from "#components/ui/linked";
import type { ShownForeseen, ShownTable } from "#lib/foreseen/words";

/** What would change and what would follow, before it is done. */
export function ForeseenTables({ tables, lines }: ShownForeseen) {
  return (
    <>
      {lines.length > 0 && (
        <ul className="foreseen-lines">
          {lines.map((line) => (
            <li key={line}>
              <Linked text={line} />
            </li>
          ))}
        </ul>
      )}
      {tables.map((table) => (
        <PlainTable key={table.title} {...table} />
      ))}
    </>
  );
}

function PlainTable({ title, columns, texts, rows, unit, fold }: ShownTable) {
  return (
    <section className="related foreseen">
      <h3>
        <Linked text={title} />
      </h3>
      <p className="unit">{unit}</p>
      <Fold label={fold}>
        <section className="box" tabIndex={0} aria-label={title}>
          <table>
            <thead>
              <tr>
                {columns.map((column, at) => (
                  <th key={column} scope="col" className={at < texts ? undefined : "n"}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.slice(0, 2).join(" ")}>
                  {columns.map((column, at) => (
                    <td key={column} className={at < texts ? undefined : "n"}>
                      <Linked text={row[at] ?? ""} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </Fold>
    </section>
  );
}
