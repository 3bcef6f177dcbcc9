import type { Client } from "pg";

/**
 * Lets a role that owns nothing do what the app does, and no more: nothing that was is taken away, the history is only
 * added to, and what keeps it so is not the role's to switch off. To be run by the tables' owner.
 */
export async function grantTo(role: string, owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND pg_has_role(tableowner, 'USAGE') ORDER BY name",
  );
  const to = owner.escapeIdentifier(role);
  // Sent as one, they are one transaction: nobody is without rights in between.
  await owner.query(
    rows
      .flatMap(({ name }) => [
        `REVOKE ALL ON public.${owner.escapeIdentifier(name)} FROM ${to}`,
        `GRANT ${rights[name] ?? "SELECT, INSERT, UPDATE"} ON public.${owner.escapeIdentifier(name)} TO ${to}`,
      ])
      .concat(`GRANT USAGE ON SCHEMA public, drizzle TO ${to}`, `GRANT SELECT ON drizzle.__drizzle_migrations TO ${to}`)
      .join("; "),
  );
}

/** Of these the app takes rows away: staged files, what is over, and an offer that nobody used. */
const passing = [
  ...["imports", "import_rows", "import_faults", "bank_lines", "processor_lines"],
  ...["requests", "saved_searches", "sessions", "offers"],
];

/** Where the app may more or less than read, add and change rows. */
const rights: Partial<Record<string, string>> = {
  ...Object.fromEntries(passing.map((table) => [table, "SELECT, INSERT, UPDATE, DELETE"])),
  history: "SELECT, INSERT",
  // When it was written, and in which transaction, is not the app's to say.
  transitions: "SELECT, INSERT (entity, record, seq, event, from_status, to_status)",
  rule_sets: "SELECT, INSERT",
  terms: "SELECT, INSERT",
  projects: "SELECT, UPDATE",
  history_head: "SELECT",
  status_tally: "SELECT",
};
