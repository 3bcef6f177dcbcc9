import type { Fault, FileColumn, Read } from "#lib/onboarding/fault";
import type { Header } from "#lib/onboarding/header";
import { readText } from "#lib/onboarding/text";

const longest: Partial<Record<FileColumn, number>> = { external_id: 64, email: 254, address: 500, credit_id: 64, reference: 64 };
const longestField = 120;

/** Takes the values of one row, column by column, and gathers what is wrong with them. */
export function rowReader<Column extends FileColumn>(fields: readonly string[], header: Header<Column>) {
  const faults: Fault<Column>[] = [];
  const isFaulty = (column: Column) => faults.some((fault) => fault.column === column);

  /** The value of a column; null when it is empty or faulty. */
  function take<Value>(column: Column, readValue: (text: string) => Read<Value>): Value | null {
    const text = readText(fields[header.position[column]] ?? "", longest[column] ?? longestField);
    if (text.ok && text.value === "") return null;
    const value = text.ok ? readValue(text.value) : text;
    if (value.ok) return value.value;
    faults.push({ column, reason: value.reason });
    return null;
  }

  function need<Value>(column: Column, readValue: (text: string) => Read<Value>): Value | null {
    const value = take(column, readValue);
    if (value === null && !isFaulty(column)) faults.push({ column, reason: "missing" });
    return value;
  }

  return { take, need, isFaulty, faults };
}
