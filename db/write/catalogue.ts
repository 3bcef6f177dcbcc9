import "server-only";
import { sql } from "drizzle-orm";
import { type Tx, transaction } from "#db/client";
import { Refused, refuseIf } from "#db/refused";
import { record } from "#db/write/history";
import { may } from "#db/write/permission";
import { answer, answered } from "#db/write/request";
import type { Fault } from "#lib/catalogue/read";
import type { Texts } from "#lib/catalogue/value";
import type { Actor } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import { sections } from "#lib/domain/section";
import type { Details } from "#lib/history";

/** What a form of the catalogue did, and the ID of the record whose page it leads to. */
export type CatalogueWritten = { did: CatalogueDeed; code: string };
export type CatalogueOutcome = ({ ok: true } & CatalogueWritten) | { ok: false; refusals: [Refusal, ...Refusal[]] };

export const catalogueDeeds = ["product.added", "product.edited", "offer.added", "offer.edited", "offer.remove"] as const;
type CatalogueDeed = (typeof catalogueDeeds)[number];

/** A form of the catalogue: what it does, all that it says, and its key. */
type CatalogueForm = { did: CatalogueDeed; said: unknown; key: string; record?: string };

/** Of which record the history tells what; `leadsTo` is the record that is left, where that one is gone. */
type Kept = { record: string; details: Details; leadsTo?: string };

/**
 * The one way in which a form of the catalogue writes: permission, once for its key, then the write itself, which locks
 * what it writes, and the history last; all of it or, refused, none.
 */
export async function writeCatalogue(
  actor: Actor,
  form: CatalogueForm,
  write: (tx: Tx) => Promise<Kept>,
): Promise<CatalogueOutcome> {
  const entity = form.did.startsWith("product.") ? "product" : "offer";
  const attempt = { needs: `${entity}:operate`, module: sections[entity], record: form.record } as const;
  if (!(await may(actor, attempt))) return { ok: false, refusals: [{ rule: "permission" }] };
  try {
    return { ok: true, ...(await transaction((tx) => run(tx, actor, form, sections[entity], write))) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusals: error.refusals };
    throw error;
  }
}

/** Refuses a form whose fields are wrong, each with its reason. */
export function refuseFaults(faults: readonly Fault[]): void {
  refuseIf(faults.map(({ field, word, values }) => ({ rule: "fault", values: { ...values, field, word } })));
}

/** What could be read; else the form is refused. */
export function orRefuse<Read extends { ok: true } | { ok: false; faults: readonly Fault[] }>(
  read: Read,
): Extract<Read, { ok: true }> {
  if (read.ok) return read as Extract<Read, { ok: true }>;
  refuseFaults(read.faults);
  throw new Error("nothing is wrong with what cannot be read");
}

/** Of each field that differs what was and what is, as it is typed. */
export function changesBetween(before: Texts, after: Texts): Record<string, string[]> {
  const changed = Object.keys(after).filter((field) => (before[field] ?? "") !== after[field]);
  return Object.fromEntries(changed.map((field) => [field, [before[field] ?? "", after[field] ?? ""]]));
}

async function run(
  tx: Tx,
  actor: Actor,
  { did, said, key, record: code }: CatalogueForm,
  module: string,
  write: (tx: Tx) => Promise<Kept>,
): Promise<CatalogueWritten> {
  // What is new has no row to lock: the same form twice waits for itself.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const request = { key, body: { did, code, said } };
  const before = await answered(tx, actor, request);
  if (before === "reused") throw new Refused([{ rule: "key_reused" }]);
  if (before !== undefined) return before.answer as CatalogueWritten;
  const { record: of, details, leadsTo = of } = await write(tx);
  const given: CatalogueWritten = { did, code: leadsTo };
  await answer(tx, actor, request, given);
  await record(tx, actor, { action: did, module, record: of, details });
  return given;
}
