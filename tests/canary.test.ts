import { expect, test } from "vitest";
import { canary, formsIn, haystackOf, partsOf } from "#tests/canary";

const { lastName, phone, email, address } = canary;
const around = (text: string) => haystackOf(Buffer.from(`a line before, ${text}, and after`));

test.each([
  ["as it is", lastName, lastName, "bytes"],
  ["in capitals", lastName.toUpperCase(), lastName, "bytes"],
  ["in small letters", lastName.toLowerCase(), lastName, "bytes"],
  ["without accents", "o'QUETZALCOATL wuxtenbraun", lastName, "bytes"],
  ["with accents apart", lastName.normalize("NFD"), lastName, "bytes"],
  ["with other signs", "O Quetzalcóatl-Wüxtenbraun", lastName, "words"],
  ["a phone in groups", "(57) 318-765 43.29", phone, "words"],
  ["in an address", encodeURIComponent(address), address, "address"],
  ["in a posted form", new URLSearchParams({ address }).toString(), address, "form"],
  ["in JSON of letters alone", "o'quetzalc\\u00F3atl w\\u00fcxtenbraun", lastName, "JSON"],
  ["in HTML", "O&#39;Quetzalc&#243;atl W&#252;xtenbraun", lastName, "HTML"],
  ["in hex", Buffer.from(email).toString("hex").toUpperCase(), email, "hex"],
  ["in base64", Buffer.from(`${email}, x`).toString("base64"), email, "base64"],
  ["in base64 after another byte", Buffer.from(`"${email}"`).toString("base64url"), email, "base64"],
  ["in base64 after two", Buffer.from(`: ${email}`).toString("base64"), email, "base64"],
  ["in two bytes a letter", Buffer.from(lastName, "utf16le").toString("latin1"), lastName, "UTF-16"],
])("a value is found %s", (_, text, value, form) => {
  const haystack = form === "UTF-16" ? haystackOf(Buffer.from(text, "latin1")) : around(text);
  expect(formsIn(haystack, value)).toContain(form);
});

test("what is not there is not found", () => {
  for (const value of Object.values(canary).flatMap(partsOf))
    expect(formsIn(around("Ana Ríos, +573001234567"), value)).toEqual([]);
});
