import type { IdType } from "#lib/domain/customer";
import { type Read, read, refuse } from "#lib/onboarding/fault";
import { foldWord } from "#lib/onboarding/text";

const spellings: Record<IdType, readonly string[]> = {
  cc: ["cc", "cedula", "ceduladeciudadania", "cedulaciudadania"],
  ce: ["ce", "ceduladeextranjeria", "cedulaextranjeria"],
  passport: ["passport", "pasaporte", "pasport", "passaporte"],
  nit: ["nit"],
};
const typeSpelled = new Map(
  Object.entries(spellings).flatMap(([type, words]) => words.map((word) => [word, type as IdType] as const)),
);

const shapes: Record<IdType, RegExp> = { cc: /^\d{5,10}$/, ce: /^\d{5,8}$/, passport: /^[A-Z0-9]{5,16}$/, nit: /^\d{10}$/ };

export function readIdType(text: string): Read<IdType> {
  const type = typeSpelled.get(foldWord(text));
  return type ? read(type) : refuse("bad_document_type");
}

/** The number as it is stored, one way for each number: a C.C. in digits alone, a NIT with its hyphen. */
export function readNationalId(type: IdType, text: string): Read<string> {
  const number = text.replace(/[\s.-]/g, "").toUpperCase();
  if (!shapes[type].test(number)) return refuse("bad_document_number");
  if (type !== "nit") return read(number);
  const [company, digit] = [number.slice(0, 9), number.slice(9)];
  return checkDigitOf(company) === Number(digit) ? read(`${company}-${digit}`) : refuse("bad_check_digit");
}

/** The digit after the hyphen of a NIT (DIAN, Orden Administrativa 4 of 1989). */
export function checkDigitOf(company: string): number {
  const weights = [41, 37, 29, 23, 19, 17, 13, 7, 3];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(company[at]), 0) % 11;
  return rest < 2 ? rest : 11 - rest;
}
