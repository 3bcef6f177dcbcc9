import { parseDay } from "#lib/domain/day";
import { type Read, read, refuse } from "#lib/onboarding/fault";

const dayMs = 86_400_000;
const isoForm = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const dayForm = /^(?:(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4})|(?<iso>\d{4}-\d\d-\d\d))$/;

/**
 * Reads instants, to UTC: ISO 8601 with its offset, or a day, which is its first moment in the zone. A day with slashes
 * is day first, as the export writes it (26/07/2025, never 07/26/2025), so 04/05/2025 is the fourth of May.
 */
export function instantReader(now: Date, timeZone: string): (text: string) => Read<string> {
  const startOfDay = startOfDayIn(timeZone);
  return (text) => {
    const instant = isoForm.test(text) ? isoInstant(text) : startOfDay(dayIn(text));
    if (instant === undefined) return refuse("bad_date");
    return instant > now.getTime() + dayMs ? refuse("in_future") : read(new Date(instant).toISOString());
  };
}

function isoInstant(text: string): number | undefined {
  const instant = parseDay(text.slice(0, 10)) && Date.parse(text);
  return instant === undefined || Number.isNaN(instant) ? undefined : instant;
}

function dayIn(text: string) {
  const { d = "", m = "", y, iso } = dayForm.exec(text)?.groups ?? {};
  return parseDay(iso ?? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}`);
}

function startOfDayIn(timeZone: string) {
  const zoned = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const offsetAt = (instant: number) => {
    const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)$/.exec(zoned.format(instant)) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  };
  return (day: string | undefined): number | undefined => {
    if (day === undefined) return undefined;
    const asUtc = Date.parse(`${day}T00:00:00Z`);
    return asUtc - offsetAt(asUtc - offsetAt(asUtc));
  };
}
