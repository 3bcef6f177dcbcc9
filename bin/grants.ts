import type { Client } from "pg";
import { entities } from "#lib/domain/machines";

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
        `GRANT ${limited[name] ?? "SELECT, INSERT, UPDATE, DELETE"} ON public.${owner.escapeIdentifier(name)} TO ${to}`,
      ])
      .concat(`GRANT USAGE ON SCHEMA public, drizzle TO ${to}`, `GRANT SELECT ON drizzle.__drizzle_migrations TO ${to}`)
      .join("; "),
  );
}

/** Where the app may less than read, add, change and remove rows. */
const limited: Partial<Record<string, string>> = {
  ...Object.fromEntries(
    entities.filter((entity) => entity !== "offer").map((entity) => [`${entity}s`, "SELECT, INSERT, UPDATE"]),
  ),
  history: "SELECT, INSERT",
  transitions: "SELECT, INSERT",
  rule_sets: "SELECT, INSERT",
  terms: "SELECT, INSERT",
  day_closes: "SELECT, INSERT, UPDATE",
  service_tokens: "SELECT, INSERT, UPDATE",
  allocations: "SELECT, INSERT, UPDATE",
  payment_parts: "SELECT, INSERT, UPDATE",
  bank_rows: "SELECT, INSERT, UPDATE",
  history_head: "SELECT",
  status_tally: "SELECT",
};
