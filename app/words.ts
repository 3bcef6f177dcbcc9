import "server-only";
import type { Metadata } from "next";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { type Language, languages, type Translate, translators } from "#lib/messages/catalogue";

/** The words of the request's language: the operator's choice, else what the browser asks for. */
export const currentWords = cache(async (): Promise<{ language: Language; t: Translate }> => {
  const chosen = (await cookies()).get("language")?.value ?? preferred((await headers()).get("accept-language"));
  const language = languages.find((each) => each === chosen) ?? "en";
  return { language, t: translators[language] };
});

const preferred = (accepted: string | null) => accepted?.slice(0, 2).toLowerCase();

/** A page's title in the request's language. */
export async function titled(word: Parameters<Translate>[0]): Promise<Metadata> {
  return { title: (await currentWords()).t(word) };
}
