import type { ExportColumn, Header } from "#lib/onboarding/column";
import type { Fault, Read } from "#lib/onboarding/fault";
import { readText } from "#lib/onboarding/text";

const longest: Partial<Record<ExportColumn, number>> = { external_id: 64, email: 254, address: 500 };
const longestField = 120;

/** Takes the values of one row, column by column, and gathers what is wrong with them. */
export function rowReader(fields: readonly string[], header: Header) {
  const faults: Fault[] = [];
  const isFaulty = (column: ExportColumn) => faults.some((fault) => fault.column === column);

  /** The value of a column; null when it is empty or faulty. */
  function take<Value>(column: ExportColumn, readValue: (text: string) => Read<Value>): Value | null {
    const text = readText(fields[header.position[column]] ?? "", longest[column] ?? longestField);
    if (text.ok && text.value === "") return null;
    const value = text.ok ? readValue(text.value) : text;
    if (value.ok) return value.value;
    faults.push({ column, reason: value.reason });
    return null;
  }

  function need<Value>(column: ExportColumn, readValue: (text: string) => Read<Value>): Value | null {
    const value = take(column, readValue);
    if (value === null && !isFaulty(column)) faults.push({ column, reason: "missing" });
    return value;
  }

  return { take, need, isFaulty, faults };
}
