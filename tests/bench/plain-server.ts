import { createServer } from "node:http";
import pg from "pg";
import { cellText, formatOf } from "#lib/list/format";
import type { ColumnKind } from "#lib/list/view";
import type { Statement } from "#tests/bench/statements";

/** What the least server of the customers' first page has to be told: where the data is, what to ask, what stands around the rows. */
export type Recipe = {
  databaseUrl: string;
  session: Statement;
  project: Statement;
  total: Statement;
  found: Statement;
  rows: Statement;
  kinds: ColumnKind[];
  labels: Record<string, string>;
  pageSize: number;
  timeZone: string;
  before: string;
  after: string;
};

process.once("message", serve);
process.once("disconnect", () => process.exit(0));

function serve(recipe: Recipe) {
  const pool = new pg.Pool({ connectionString: recipe.databaseUrl, max: 20 });
  const ask = async (statement: Statement) => (await pool.query<(string | number | Date | null)[]>(statement)).rows;
  const server = createServer(async (_, response) => {
    const [sessions] = await Promise.all([ask(recipe.session), ask(recipe.project)]);
    if (sessions.length === 0) return void response.writeHead(403).end();
    const [rows, [total]] = await Promise.all([ask(recipe.rows), ask(recipe.total), ask(recipe.found)]);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(recipe.before.replace(/data-total="\d*"/, `data-total="${total}"`) + rowsOf(rows, recipe) + recipe.after);
  });
  server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
}

function rowsOf(rows: (string | number | Date | null)[][], { kinds, labels, pageSize, timeZone }: Recipe): string {
  const format = formatOf("en", { timeZone, currency: "COP" });
  let html = "";
  for (const row of rows.slice(0, pageSize)) {
    html += "<tr>";
    for (const [index, kind] of kinds.entries()) {
      const text = escaped(cellText(kind, row[index] ?? null, format));
      if (kind === "code") html += `<td class="code"><a href="/customers/${text}">${text}</a></td>`;
      else if (kind === "status") html += `<td data-status="${text}">${labels[text]}</td>`;
      else if (kind === "count") html += `<td class="n">${text}</td>`;
      else html += `<td>${text}</td>`;
    }
    html += "</tr>";
  }
  return html;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
