import type { PersonField } from "#lib/onboarding/typed";

/** The fields that tell who a person is. */
export const tellingFields = [
  "first_name",
  "last_name",
  "national_id",
  "phone",
  "email",
  "address",
] as const satisfies PersonField[];

/** All that is and was known of a person, by field. */
export type Known = Readonly<Record<(typeof tellingFields)[number], readonly string[]>>;

const shortest = 2;
/** Among other words a few digits are a house, a year, the country of a phone. */
const shortestNumber = 4;
/** Shorter ones are in many an ID that tells nobody. */
const shortestInId = 5;

/** The whole names that a person has and had. */
export const namesOf = (known: Known): string[] =>
  known.first_name.flatMap((first) => known.last_name.map((last) => `${first} ${last}`.trim())).filter((name) => name !== "");

/**
 * A judge of words that somebody typed: whether they may be about the person, however they are spelt and spaced. They may
 * when one of them is part of what is known, or what is known is part of one of them.
 */
export function mayBeAbout(known: Known): (words: string) => boolean {
  const told = [...wholeFields(known), ...namesOf(known).flatMap(wordsIn), ...known.phone.map(localNumber)].filter(isLong);
  return (words) => pieces(words).some((piece) => told.some((each) => each.includes(piece) || piece.includes(each)));
}

/** Whether an ID that another system gave the person is made of what is known of them. */
export function tellsWho(known: Known, id: string): boolean {
  const plain = squeezed(id);
  const told = [...wholeFields(known), ...known.phone.map(localNumber)];
  return told.some((each) => each.length >= shortestInId && plain.includes(each));
}

/** What of the known is nobody else's, as bare letters and digits: a name alone is many people's. */
export function ownWords({ first_name, last_name, national_id, phone, email, address }: Known): string[] {
  const names = first_name.flatMap((first) => last_name.map((last) => (first === "" || last === "" ? "" : first + last)));
  const own = [...names, ...national_id, ...phone.map(localNumber), ...email, ...address].map(squeezed);
  return own.filter((each) => each.length >= shortestInId);
}

const wholeFields = (known: Known) => [...tellingFields.flatMap((field) => known[field]), ...namesOf(known)].map(squeezed);

/** A phone number as neighbours dial it. */
const localNumber = (phone: string) => squeezed(phone).slice(-7);

/** What was typed as a whole, its digits alone, and its words, cut at blanks and at every sign. */
function pieces(words: string): string[] {
  const whole = squeezed(words);
  const parts = [whole.replace(/\P{N}/gu, ""), ...words.split(/\s+/).map(squeezed), ...wordsIn(words)];
  return [whole, ...parts.filter((part) => part.length >= shortestNumber || !/^\p{N}*$/u.test(part))].filter(isLong);
}

const isLong = (piece: string) => piece.length >= shortest;

const wordsIn = (text: string) => folded(text).split(/[^\p{L}\p{N}]+/u);
const squeezed = (text: string) => wordsIn(text).join("");
const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
