/** What a form that was refused shows again: why, in sentences, and all that was typed. */
export type FormState = { sentences: string[]; typed: Readonly<Record<string, string>> };
