import fc from "fast-check";
import Papa from "papaparse";
import { expect, test } from "vitest";
import { type Row, rowsOf } from "#lib/onboarding/rows";

async function* inPieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function rowsIn(text: string, pieceLength = 65_536): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const row of rowsOf(inPieces(text, pieceLength))) rows.push(row);
  return rows;
}

test("a row starts on its physical line, whatever its fields hold", async () => {
  expect(await rowsIn('a;b\r\n"1\r\n2";"say ""hi""; twice"\r\n\r\n3;4\n5;6')).toEqual([
    { line: 1, fields: ["a", "b"] },
    { line: 2, fields: ["1\r\n2", 'say "hi"; twice'] },
    { line: 5, fields: ["3", "4"] },
    { line: 6, fields: ["5", "6"] },
  ]);
});

test.each([
  ["a;b,c\n1;2", ["1", "2"]],
  ["a,b\n1;2,3", ["1;2", "3"]],
  ["a\n1", ["1"]],
])("the separator is the first line's: %j", async (text, fields) => {
  expect((await rowsIn(text))[1]).toEqual({ line: 2, fields });
});

test.each(['"open;2', '"shut"x;2', "lone\rreturn;2"])("a row that cannot be read costs its own line: %j", async (row) => {
  const text = `a;b\n${row}\n3;4\n5;6\n`;
  for (const pieceLength of [1, 7, 65_536]) {
    expect(await rowsIn(text, pieceLength)).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 2 },
      { line: 3, fields: ["3", "4"] },
      { line: 4, fields: ["5", "6"] },
    ]);
  }
});

test("a quote that never closes does not swallow what follows it", async () => {
  const text = `a;b\n"open;2\n${"3;4\n".repeat(20_000)}`;
  const rows = await rowsIn(text);
  expect(rows).toHaveLength(20_002);
  expect(rows[1]).toEqual({ line: 2 });
  expect(rows.at(-1)).toEqual({ line: 20_002, fields: ["3", "4"] });
});

test("a text without line breaks is no row and is not gathered", async () => {
  const rows = await rowsIn(`a;b\n${"x".repeat(300_000)}`);
  expect(rows.slice(1).every((row) => row.line === 2)).toBe(true);
  expect(Math.max(...rows.map(({ fields }) => fields?.join().length ?? 0))).toBeLessThanOrEqual(65_536);
});

test("reads what papaparse writes, however it is cut", async () => {
  const field = fc.string({ unit: fc.constantFrom("a", "ñ", "😀", " ", ";", ",", '"', "\n", "\r", "\u0000"), maxLength: 6 });
  const rows = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.constantFrom(";", ","),
      fc.constantFrom("\n", "\r\n"),
      fc.integer({ min: 1, max: 16 }),
      async (body, delimiter, newline, pieceLength) => {
        const text = Papa.unparse([["a", "b", "c"], ...body], { delimiter, newline });
        expect((await rowsIn(text, pieceLength)).map(({ fields }) => fields)).toEqual([["a", "b", "c"], ...body]);
      },
    ),
  );
});
