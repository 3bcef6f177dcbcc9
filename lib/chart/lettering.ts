import { textWidth } from "#lib/chart/text-width";

/** What a diagram says, in the reader's language: the names of states and events, and how a state is set. */
export type DiagramWords = {
  states: Readonly<Record<string, string>>;
  events: Readonly<Record<string, string>>;
  set: Readonly<Record<"automatic" | "proactive", string>>;
};

export type Size = { width: number; height: number };
export type Lettering = Size & { text: readonly string[] };

export const fontSize = { state: 13, note: 10.5, event: 11.5 };
export const eventLineHeight = 14;
/** Of a state's text from its left edge; its sign stands before it. */
export const textInset = 40;
const widestLine = 128;

/** An event's name in one line, or in two where it is long, and the room it takes with its mark. */
export function eventLettering(name: string, isMarked: boolean): Lettering {
  const text = widthOf(name) > widestLine ? inTwo(name) : [name];
  const width = Math.ceil(Math.max(...text.map(widthOf)) + 22 + (isMarked ? 17 : 0));
  return { text, width, height: eventLineHeight * text.length + 9 };
}

const widthOf = (text: string) => textWidth(text) * fontSize.event;

/** Broken at the blank that leaves the shorter longest line. */
function inTwo(name: string): string[] {
  const words = name.split(" ");
  const halves = words.map((_, place) => [words.slice(0, place).join(" "), words.slice(place).join(" ")]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(widthOf));
  return halves.reduce((one, other) => (longest(other) < longest(one) ? other : one)).filter((line) => line !== "");
}

/** The one size of all states: the longest name must fit, and what is said below it, beside the sign. */
export function stateSize({ states, set }: DiagramWords): Size {
  const names = Object.values(states).map((name) => textWidth(name) * fontSize.state * 1.07);
  const notes = Object.values(set).map((note) => textWidth(note) * fontSize.note);
  return { width: Math.ceil(Math.max(...names, ...notes) + textInset + 14), height: 46 };
}
