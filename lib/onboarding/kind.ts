/** What a file to import brings: people, payments that a bank took, or purchases that a card processor tells of. */
export const fileKinds = ["onboarding", "payments", "processor"] as const;
export type FileKind = (typeof fileKinds)[number];
