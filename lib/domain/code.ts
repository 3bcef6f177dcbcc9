/** The letter that begins a record's ID, one per kind of record. */
export const codeLetters = {
  customer: "C",
  pre_loan: "R",
  credit: "K",
  pre_payment: "N",
  payment: "P",
  product: "T",
  offer: "F",
  account: "A",
  card: "D",
  promise: "M",
  approval: "V",
} as const;
export type CodeKind = keyof typeof codeLetters;

/** One of each look-alike pair at most (0/O, 1/I/L, 2/Z, 5/S, 8/B): what is read aloud comes back as it was. */
export const codeAlphabet = "234679ACDEFGHJKMNPQRTUVWXY";
const codeLength = 6;

/** Coprime to the alphabet's size: numbers next to each other get codes far apart, and never the same one. */
export const codeStep = 190_920_451;
export const codeSpace = codeAlphabet.length ** codeLength;

export const isCode = (kind: CodeKind, text: string): boolean => shapes[kind].test(text);

const shapes = Object.fromEntries(
  Object.entries(codeLetters).map(([kind, letter]) => [kind, new RegExp(`^${letter}-[${codeAlphabet}]{${codeLength}}$`)]),
) as Record<CodeKind, RegExp>;
