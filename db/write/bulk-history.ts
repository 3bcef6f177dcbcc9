import "server-only";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Done } from "#db/move/moving";
import { system } from "#db/write/history";
import { sections } from "#lib/domain/section";

/** Writes what rules moved into the history, in one statement however much it is; the last thing in a transaction. */
export async function recordMoved(tx: Tx, done: readonly Done[], said: { reason?: string } = {}): Promise<void> {
  if (done.length === 0) return;
  const rows = done.map(({ entity, code, customer, event, from, to, cause }) => ({
    action: `${entity}.${event}`,
    module: sections[entity],
    record: code,
    customer,
    details: { from, to, ...said, rule: cause?.rule, ...cause?.values },
  }));
  const { subject, email, ip } = system;
  await tx.execute(sql`insert into history (subject, email, ip, action, module, record, customer, details)
    select ${subject}, ${email}, ${ip}, action, module, record, customer, details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as moved (action text, module text, record text, customer text, details jsonb)`);
}
