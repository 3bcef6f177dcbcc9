import type { Language } from "#tests/e2e/app";

/** Every way in which a list must work the same. */
export const ways: readonly { way: string; language: Language; javaScriptEnabled: boolean }[] = [
  { way: "in English, with script", language: "en", javaScriptEnabled: true },
  { way: "in English, without script", language: "en", javaScriptEnabled: false },
  { way: "in Spanish, with script", language: "es", javaScriptEnabled: true },
  { way: "in Spanish, without script", language: "es", javaScriptEnabled: false },
];
