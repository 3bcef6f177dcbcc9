import { BoxTable } from "#components/ui/box-table";
import type { ShownCloseDay } from "#lib/day-close/shown";

/** The last closes, and what each changed. */
export function Closes({ t, format, closes }: ShownCloseDay) {
  if (closes.length === 0) return <p>{t("close_day.none")}</p>;
  const heads = (["day", "who", "started", "took", "changed"] as const).map((each) => t(`close_day.${each}`));
  return (
    <section className="past">
      <h2>{t("close_day.recent")}</h2>
      <BoxTable title={t("close_day.recent")} heads={heads}>
        {closes.map(({ day, email, startedAt, seconds, changed }) => (
          <tr key={day}>
            <th scope="row">{format.plainDay(day)}</th>
            <td>{email === "system" ? t("history.system") : email}</td>
            <td>{format.moment(new Date(startedAt))}</td>
            <td>{seconds === null ? t("close_day.unfinished") : t("close_day.seconds", { seconds: seconds.toFixed(1) })}</td>
            <td className="details">{changed.length === 0 ? t("close_day.nothing") : changed.join(" · ")}</td>
          </tr>
        ))}
      </BoxTable>
    </section>
  );
}
