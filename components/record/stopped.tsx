import type { Way } from "#lib/way";

/** What it means for a record that its product has been inactive since a day; nothing of one that is enabled. */
export function Stopped({ on, t, format }: Pick<Way, "t" | "format"> & { on: string | null }) {
  if (on === null) return null;
  return (
    <p className="held" id="stopped">
      {t("record.stopped", { day: format.plainDay(on) })}
    </p>
  );
}

/** The same of those of a table's rows that stand still, a line for each day since when. */
export function StoppedRows({
  rows,
  way,
}: {
  rows: readonly { code: string; stoppedOn: string | null }[];
  way: Pick<Way, "t" | "format">;
}) {
  const days = [...new Set(rows.flatMap(({ stoppedOn }) => stoppedOn ?? []))];
  return days.map((on) => (
    <p key={on} className="held">
      {rows.flatMap(({ code, stoppedOn }) => (stoppedOn === on ? code : [])).join(", ")}:{" "}
      {way.t("record.stopped", { day: way.format.plainDay(on) })}
    </p>
  ));
}
