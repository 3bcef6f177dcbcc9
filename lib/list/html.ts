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
export function rowsHtml({ columns, rows, labels, path, copy }: TableRows, hasScript: boolean): string {
  const cells = columns.map(({ kind }) => cellOf[kind] ?? plain(labels[kind]));
  const context = { path: escaped(path), labels: labels["status"] ?? {}, copy: hasScript ? copy : undefined };
  return rows.map((row) => `<tr>${cells.map((cell, index) => cell(row[index] ?? "", context)).join("")}</tr>`).join("");
}

type Context = { path: string; labels: Readonly<Record<string, string>>; copy: string | undefined };
type Cell = (text: string, context: Context) => string;

const cellOf: Readonly<Record<string, Cell>> = {
  code: (text, { path, copy }) => {
    const code = escaped(text);
    const button =
      copy && `<button type="button" data-copy="${code}" aria-label="${escaped(copy.replace("{what}", text))}"></button>`;
    return `<td class="code"><a href="${path}/${code}">${code}</a>${button ?? ""}</td>`;
  },
  status: (text, { labels }) => `<td data-status="${escaped(text)}">${escaped(labels[text] ?? "")}</td>`,
  count: (text) => `<td class="n">${escaped(text)}</td>`,
};

const plain =
  (labels: Readonly<Record<string, string>> | undefined): Cell =>
  (text) =>
    `<td>${escaped(labels?.[text] ?? text)}</td>`;

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => (/[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? "") : text);
