import type { Random } from "#db/seed/random";

/** Drawn at random, but for an ordinal that it begins with: what is entered in order is entered fast. */
export function uuidFrom({ below }: Random, ordinal = below(2 ** 32)): string {
  const [two, three, four] = [below(2 ** 32), below(2 ** 32), below(2 ** 32)];
  const [version, variant] = [hex[0x8000 | (two & 0xfff)], hex[0x8000 | (three & 0x3fff)]];
  return `${high(ordinal)}${low(ordinal)}-${high(two)}-${version}-${variant}-${high(three)}${high(four)}${low(four)}`;
}

const high = (word: number) => hex[word >>> 16];
const low = (word: number) => hex[word & 0xffff];
const hex = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, "0"));
