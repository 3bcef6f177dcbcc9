/** About how wide a text is drawn, in multiples of its font size; a wide sans-serif's, so that no other font needs more. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + widthOf(letter), 0);
}

const widths = [
  [/[ijlí'.,:|]/, 0.33],
  [/[ftr ()\-/]/, 0.44],
  [/[mwMW]/, 1],
  [/[A-ZÁÉÍÓÚÑ_]/, 0.78],
] as const;

const widthOf = (letter: string) => widths.find(([letters]) => letters.test(letter))?.[1] ?? 0.66;
