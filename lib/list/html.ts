import { type CodeKind, isCode } from "#lib/domain/code";
import { sections } from "#lib/domain/section";
import { availableHtml } from "#lib/list/html/available";
import { decisionHtml } from "#lib/list/html/decision";
import { escaped } from "#lib/list/html/escaped";
import { saidHtml } from "#lib/list/html/said";
import { isNumber } from "#lib/list/view";

/** What a table's rows are made of, as the page hands it to the leaf that shows them. */
export type TableRows = {
  columns: readonly { key: string; kind: string }[];
  rows: readonly (readonly string[])[];
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  path: string;
  copy: string;
};

/**
 * The rows of a table as HTML: made as text, for a component per cell costs more than all the rest of the page. Every
 * text of a record is escaped here.
 */
export function rowsHtml({ columns, rows, labels, path, copy }: TableRows): string {
  const cells = columns.map(({ kind }) => cellOf[kind] ?? (isNumber(kind) ? number : plain(labels[kind], looks[kind])));
  const context = { path: escaped(path), labels: labels["status"] ?? {}, copy };
  return rows.map((row) => `<tr>${cells.map((cell, index) => cell(row[index] ?? "", context)).join("")}</tr>`).join("");
}

type Context = { path: string; labels: Readonly<Record<string, string>>; copy: string };
type Cell = (text: string, context: Context) => string;

const cellOf: Readonly<Record<string, Cell>> = {
  code: (text, { path, copy }) => idCell("code", path, text, copy),
  status: (text, { labels }) => `<td data-status="${escaped(text)}">${escaped(labels[text] ?? "")}</td>`,
  record: (text, { copy }) => {
    const section = sectionOf(text);
    return section === undefined ? `<td>${escaped(text)}</td>` : idCell("id", `/${section}`, text, copy);
  },
  // The ID of a record, and after a blank what it is called.
  named: (text) => {
    const [code = "", name = ""] = [text.slice(0, 8), text.slice(9)];
    return `<td class="named"><a href="/${sectionOf(code) ?? ""}/${escaped(code)}">${escaped(name)}</a></td>`;
  },
  available: availableHtml,
  decision: (text) => `<td class="decision">${decisionHtml(JSON.parse(text))}</td>`,
  reason: (text) => saidHtml(text),
};

const number: Cell = (text) => `<td class="n">${escaped(text)}</td>`;

function idCell(look: "code" | "id", path: string, text: string, copy: string): string {
  const code = escaped(text);
  const label = escaped(copy.replace("{what}", text));
  return `<td class="${look}"><a href="${path}/${code}">${code}</a><button type="button" data-copy="${code}" aria-label="${label}"></button></td>`;
}

// Without the machines, which the browser does not need.
const sectionOf = (code: string) => Object.entries(sections).find(([entity]) => isCode(entity as CodeKind, code))?.[1];

/** Texts that are shown whole; details on several lines where they are long. */
const looks: Readonly<Record<string, string>> = {
  user: ' class="whole"',
  action: ' class="whole"',
  details: ' class="details"',
  event: ' class="event"',
};

const plain =
  (labels: Readonly<Record<string, string>> | undefined, look = ""): Cell =>
  (text) =>
    `<td${look}>${escaped(labels?.[text] ?? text)}</td>`;
