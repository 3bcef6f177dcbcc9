/** The five kinds of personal data of somebody who is nowhere twice, hard to write and so easy to miss. */
export const canary = {
  firstName: "Zéphyrine-Ñandúbay",
  lastName: "O'Quetzalcóatl Wüxtenbraun",
  nationalId: "9751864329",
  phone: "+573187654329",
  email: "zephy.ñandubay+wx@quetzál-wüxten.zzx",
  address: "Xilómetro 93 # 47-58, Torre Xochipilli, Apto 906",
} as const;

/** What they were called, and were reached at, before they were edited. */
export const former = {
  firstName: "Kwñothilda",
  phone: "+573219876542",
  email: "kwñothilda.alt@xalapäñu.zzx",
  address: "Vereda Ixtlahuacán, casa Jûniperus",
} as const;

const shortest = 6;

/** A value, and each of its words that is not anybody's. */
export const partsOf = (value: string): string[] => [
  ...new Set([value, ...value.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= shortest && !commonplace.includes(word))]),
];
const commonplace = ["Vereda", "Torre"];

/** Bytes, read in the ways in which they may hold a value. */
export type Haystack = { plain: string; squeezed: string; base64: string };

export function haystackOf(bytes: Buffer): Haystack {
  const plain = bytes.toString("latin1");
  return { plain: plain.toLowerCase(), squeezed: squeezed(bytes.toString("utf8")), base64: toBase64(plain) };
}

/** Where in parts that have names a value is, and as what. */
export const holdersOf = (parts: ReadonlyMap<string, Haystack>, value: string): string[] =>
  [...parts].flatMap(([name, haystack]) => formsIn(haystack, value).map((form) => `${name} as ${form}`));

/** The names of the forms in which bytes hold a value: in any case and spelling, encoded or not. */
export function formsIn({ plain, squeezed: close, base64 }: Haystack, value: string): string[] {
  const spellings = [value.normalize("NFC"), value.normalize("NFD"), unaccented(value)];
  const all = [...new Set(spellings.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]))];
  const holds: Record<string, boolean> = {
    words: close.includes(squeezed(value)),
    ...Object.fromEntries(
      Object.entries(encodings).map(([name, encode]) => [name, all.some((each) => plain.includes(encode(each).toLowerCase()))]),
    ),
    base64: all.some((each) => alignments(each).some((form) => base64.includes(form))),
  };
  return Object.keys(holds).filter((name) => holds[name]);
}

const units = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const special = /[^\w .@+#-]/gu;

const encodings: Record<string, (text: string) => string> = {
  bytes: (text) => Buffer.from(text).toString("latin1"),
  hex: (text) => Buffer.from(text).toString("hex"),
  "UTF-16": (text) => Buffer.from(text, "utf16le").toString("latin1"),
  address: encodeURIComponent,
  form: (text) => new URLSearchParams([["", text]]).toString().slice(1),
  JSON: (text) =>
    units(text)
      .map((unit) => (unit > 126 ? `\\u${unit.toString(16).padStart(4, "0")}` : String.fromCharCode(unit)))
      .join(""),
  HTML: (text) => text.replace(special, (sign) => `&#${sign.codePointAt(0)};`),
  "HTML in hex": (text) => text.replace(special, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`),
};

/** As base64 writes it after none, one or two other bytes: the characters that depend on nothing else. */
function alignments(text: string): string[] {
  const bytes = Buffer.from(text);
  return [0, 1, 2].map((before) => {
    const written = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    return written.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
}

const toBase64 = (text: string) => text.replaceAll("-", "+").replaceAll("_", "/");
const unaccented = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "");
/** Letters and digits alone: however it was spaced, hyphened, accented and capitalised. */
const squeezed = (text: string) =>
  unaccented(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
