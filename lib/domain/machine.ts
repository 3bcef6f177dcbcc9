/** What a status says of its record: who sets it, what it means and what it allows. */
export type States = Readonly<
  Record<string, { label: string; set: "automatic" | "proactive"; meaning: string; allows: readonly string[] }>
>;
