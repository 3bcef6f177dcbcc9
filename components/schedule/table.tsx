import type { ScheduleView } from "#lib/schedule-view";

const columns = ["number", "dueOn", "payment", "principal", "interest", "fees", "balance"] as const;
const summed = ["payment", "principal", "interest", "fees"] as const;

/** A schedule in rows, with its totals; wider than its place, it scrolls in it. */
export function ScheduleTable({ view }: { view: ScheduleView }) {
  const isShown = (column: string) => column !== "fees" || view.hasFees;
  return (
    <section className="schedule-box" tabIndex={0} aria-label={`${view.title}. ${view.amountsIn}`}>
      <table className="schedule">
        <caption>{view.amountsIn}</caption>
        <thead>
          <tr>
            {columns.filter(isShown).map((column) => (
              <th key={column} scope="col">
                {view.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.number}>
              {columns.filter(isShown).map((column) => (
                <td key={column}>{row[column]}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {view.totals.label}
            </th>
            {summed.filter(isShown).map((column) => (
              <td key={column}>{view.totals[column]}</td>
            ))}
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
