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
  // Its check digit is not held against it: onboarding systems let people type any, and most of theirs are wrong.
  return read(`${number.slice(0, 9)}-${number.slice(9)}`);
}
