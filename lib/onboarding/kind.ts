/** What a file to import brings: people, or payments that a bank took. */
export const fileKinds = ["onboarding", "payments"] as const;
export type FileKind = (typeof fileKinds)[number];
