import { type Read, read, refuse } from "#lib/onboarding/fault";

/** Characters that no captured text needs and that deceive its reader or PostgreSQL: controls, overrides of direction. */
const unsafe = /[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/u;

/** Blanks of every kind collapsed, accents composed, and the apostrophe taken off that a download puts before a formula. */
export function readText(field: string, longest: number): Read<string> {
  const text = field
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, "")
    .normalize("NFC");
  if (text.length > longest) return refuse("too_long");
  if (text.includes("\uFFFD")) return refuse("not_utf8");
  if (unsafe.test(text)) return refuse("bad_characters");
  return read(text);
}

/** Without case, accents, dots and blanks: as different people write the same word. */
export const foldWord = (text: string) =>
  text
    .normalize("NFD")
    .replace(/[\p{M}\s._-]/gu, "")
    .toLowerCase();
