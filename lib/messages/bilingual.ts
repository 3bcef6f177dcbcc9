type Words<Keys extends string> = Readonly<Record<Keys, string>>;

/** Words in both languages: a key that one of them lacks does not compile. */
export function bilingual<const Keys extends string>(words: { en: Words<Keys>; es: Words<NoInfer<Keys>> }) {
  return words;
}
