import type { IdType } from "#lib/domain/customer";

/** A number no other ordinal gets for this type, for ordinals up to the smallest space, 9.9 million. */
export function nationalIdOf(idType: IdType, ordinal: number): string {
  return written[idType](ordinal);
}

const written: Record<IdType, (ordinal: number) => string> = {
  // Of 8 digits until about 2003, of 10 beginning with 1 since.
  cc: (ordinal) => {
    const place = spread(ordinal, 240_000_000);
    return String(place < 90_000_000 ? 10_000_000 + place : 910_000_000 + place);
  },
  ce: (ordinal) => String(100_000 + spread(ordinal, 9_900_000)),
  passport: (ordinal) => {
    const place = spread(ordinal, 676_000_000);
    const series = Math.floor(place / 1_000_000);
    return `${letter(Math.floor(series / 26))}${letter(series % 26)}${String(place % 1_000_000).padStart(6, "0")}`;
  },
  nit: (ordinal) => {
    const digits = String(800_000_000 + spread(ordinal, 101_000_000));
    return `${digits}-${checkDigitOf(digits)}`;
  },
};

const letter = (place: number) => String.fromCharCode(65 + place);

/** Coprime to every space above, and small enough that ordinals are multiplied without loss. */
const step = 61_803_419;
const spread = (ordinal: number, space: number) => (ordinal * step) % space;

/** The digit after the hyphen of a NIT (DIAN, Orden Administrativa 4 of 1989). */
function checkDigitOf(company: string): number {
  const weights = [41, 37, 29, 23, 19, 17, 13, 7, 3];
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(company[at]), 0) % 11;
  return rest < 2 ? rest : 11 - rest;
}
