import Papa from "papaparse";
import type { Translate } from "#lib/messages/catalogue";
import type { LocatedFault } from "#lib/onboarding/fault";

const chunkLength = 65_536;

export const faultSentence = ({ reason, other }: LocatedFault, t: Translate) =>
  t(`import_reason.${reason}`, { other: other ?? "" });

/** The CSV of the bad rows: where each is and why, nothing of what it holds. */
export async function* faultFile(faults: AsyncIterable<LocatedFault>, t: Translate): AsyncGenerator<string> {
  let chunk = csvLine([t("import.line"), t("import.column"), t("import.reason")]);
  for await (const fault of faults) {
    chunk += csvLine([String(fault.line), fault.column ?? "", faultSentence(fault, t)]);
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

const csvLine = (fields: string[]) => `${Papa.unparse([fields])}\r\n`;
