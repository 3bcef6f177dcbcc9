export const longestText = 200;

export type WordProblem = "too_short" | "too_long" | "unreadable";

/** The words that a search text asks for, all of which a record must hold; or the word that says why it cannot be searched. */
export function wordsOf(text: string): { words: string[] } | { problem: WordProblem } {
  if (text.length > longestText) return { problem: "too_long" };
  if (/[\p{Surrogate}\p{Cc}]/u.test(text)) return { problem: "unreadable" };
  // An index of trigrams finds nothing shorter.
  if ((text.match(/[\p{L}\p{N}]/gu) ?? []).length < 3) return { problem: "too_short" };
  // A number is found however it was spaced: 300 123 4567, (300) 123-4567. A NIT keeps the hyphen before its last digit.
  if (/^[+\d\s().-]+$/.test(text)) return { words: [text.replace(/[\s().]|-(?!\d$)/g, "")] };
  return { words: text.split(/\s+/) };
}
