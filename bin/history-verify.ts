import { reachDatabase } from "#bin/database";
import { anchorFile, keepAnchor, readAnchors } from "#bin/history-anchor";
import { endWith } from "#bin/refusal";
import type { Finding } from "#lib/history/check";

try {
  process.exitCode = await reachDatabase(verify);
} catch (error) {
  endWith(error);
}

/** Says in a line that the history is whole, or in a line each what is wrong with it; the exit code tells which. */
async function verify(): Promise<number> {
  const { checkHistory } = await import("#db/read/history-check");
  const { db } = await import("#db/client");
  const { anchors, unreadable } = readAnchors();
  const { findings, rows, last } = await checkHistory(db, anchors);
  for (const line of unreadable) console.error(`Line ${line} of ${anchorFile()} is no anchor.`);
  for (const finding of findings) console.error(sentenceOf(finding));
  if (findings.length + unreadable.length > 0) return 1;
  console.log(`${counted(rows)} rows, whole; earlier checks that name rows still there: ${counted(anchors.length)}.`);
  if (last !== null) keepAnchor({ ...last, rows, at: new Date().toISOString() });
  return 0;
}

function sentenceOf(finding: Finding): string {
  switch (finding.kind) {
    case "altered":
      return finding.after === 0
        ? `Row ${finding.id} was altered.`
        : `Row ${finding.id} was altered, or row ${finding.after} together with its hash: it does not follow from it.`;
    case "lost":
      return finding.after === 0
        ? `Rows before row ${finding.before} are gone.`
        : `Rows after row ${finding.after} are gone: the next one there is row ${finding.before}.`;
    case "more":
      return `${counted(finding.rows)} more rows do not follow from the one before.`;
    case "cut":
      return finding.after === 0
        ? `The history is empty: its rows to row ${finding.until} are gone.`
        : `The history ends with row ${finding.after}: the rows after it to row ${finding.until} are gone.`;
    case "headless":
      return "The history's head is gone.";
    case "beyond":
      return `The head is at row ${finding.after}: the rows after it were written past it.`;
    case "end":
      return `The head holds another hash than the last row, ${finding.id}: one of them was altered.`;
    case "count":
      return `There are ${counted(finding.rows)} rows, and the head counts ${counted(finding.counted)}.`;
    case "rewritten":
      return `Row ${finding.id} is another one than on ${finding.at}: an anchor of that day names another hash.`;
    case "gone":
      return `Row ${finding.id}, which an anchor of ${finding.at} names, is gone.`;
  }
}

function counted(count: number): string {
  return count.toLocaleString("en-US");
}
