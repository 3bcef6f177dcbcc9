import { describe, expect, test } from "vitest";
import { type Known, mayBeAbout, namesOf, ownWords, tellsWho } from "#lib/known";

const known: Known = {
  first_name: ["Zoë María", "Zoila"],
  last_name: ["Núñez-Pérez"],
  national_id: ["1032456789"],
  phone: ["+573187654321"],
  email: ["zoe.np@correo.example"],
  address: ["Carrera 93 # 47-58, Torre Xochipilli"],
};

test("somebody who changed their name has both", () => {
  expect(namesOf(known)).toEqual(["Zoë María Núñez-Pérez", "Zoila Núñez-Pérez"]);
  expect(namesOf({ ...known, first_name: [""], last_name: [""] })).toEqual([]);
});

describe("words that may be about the person", () => {
  const isAboutThem = mayBeAbout(known);

  test.each([
    ["a name", "Zoë"],
    ["without accents", "NUNEZ"],
    ["with accents apart", "Núñez".normalize("NFD")],
    ["part of a name", "ochipil"],
    ["two letters", "zo"],
    ["a name in a longer word", "zoilarodriguez"],
    ["a name among other words", "Pedro Gómez y María"],
    ["a name spelt out", "N u ñ e z"],
    ["a name in another's e-mail", "maria@other.test"],
    ["a name they had", "zoila"],
    ["the phone as they write it", "+57 318 765-4321"],
    ["the phone without its country", "(318) 765 43 21"],
    ["the phone as their neighbours dial it", "tel:765.43.21"],
    ["the phone with the old prefix", "03 318 7654321"],
    ["the last digits", "4321"],
    ["full-width digits", "３１８７６５４３２１"],
    ["the document with dots", "C.C. 1.032.456.789"],
    ["the document with zeros before it", "001032456789"],
    ["the e-mail in capitals", "ZOE.NP@CORREO.EXAMPLE"],
    ["a part of the address", "torre xochi"],
    ["the address another way", "Cra 93 No. 47-58"],
  ])("%s", (_, words) => {
    expect(isAboutThem(words)).toBe(true);
  });

  test.each([
    ["another name", "Gómez Ballesteros"],
    ["another phone", "+57 300 229 8806"],
    ["another e-mail", "gutti@buttl.test"],
    ["one letter", "z"],
    ["signs", "%_*"],
    ["nothing", ""],
  ])("not %s", (_, words) => {
    expect(isAboutThem(words)).toBe(false);
  });
});

test("of somebody of whom nothing is known no words are", () => {
  const nobody = { first_name: [""], last_name: [""], national_id: [], phone: [], email: [], address: [] };
  expect(["", "a", "María", "3001234567"].filter(mayBeAbout(nobody))).toEqual([]);
});

test("an ID that is made of the person tells who they are, a number does not", () => {
  expect(
    ["1032456789", "CC-1.032.456.789", "zoe.np@correo.example", "co-3187654321", "nunez_perez/7", "ZOEMARIA"].filter(
      (id) => !tellsWho(known, id),
    ),
  ).toEqual([]);
  expect(["ONB-7-000003", "93", "zo-47", "103245678"].filter((id) => tellsWho(known, id))).toEqual([]);
});

test("words that are nobody else's are whole names, numbers and addresses, without a space or a sign", () => {
  expect(ownWords(known)).toEqual([
    ...["zoemarianunezperez", "zoilanunezperez", "1032456789", "7654321"],
    ...["zoenpcorreoexample", "carrera934758torrexochipilli"],
  ]);
  expect(ownWords({ ...known, first_name: [""], national_id: ["12"], phone: [], email: [], address: ["x"] })).toEqual([]);
});
