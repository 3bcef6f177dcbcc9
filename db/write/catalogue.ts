import "server-only";
import type { Tx } from "#db/client";
import { refuseIf } from "#db/refused";
import { type Outcome, writeOnce } from "#db/write/once";
import type { Fault } from "#lib/catalogue/read";
import type { Texts } from "#lib/catalogue/value";
import type { Actor } from "#lib/domain/actor";
import { sections } from "#lib/domain/section";
import type { Details } from "#lib/history";

/** What a form of the catalogue did, and the ID of the record whose page it leads to. */
export type CatalogueWritten = { did: CatalogueDeed; code: string };
export type CatalogueOutcome = Outcome<CatalogueWritten>;

export const catalogueDeeds = ["product.added", "product.edited", "offer.added", "offer.edited", "offer.remove"] as const;
type CatalogueDeed = (typeof catalogueDeeds)[number];

/** A form of the catalogue: what it does, all that it says, and its key. */
type CatalogueForm = { did: CatalogueDeed; said: unknown; key: string; record?: string };

/** Of which record the history tells what; `leadsTo` is the record that is left, where that one is gone. */
type Kept = { record: string; details: Details; leadsTo?: string };

/** Writes to the catalogue as a form asks, once for its key. */
export function writeCatalogue(
  actor: Actor,
  { did, said, key, record: code }: CatalogueForm,
  write: (tx: Tx) => Promise<Kept>,
): Promise<CatalogueOutcome> {
  const entity = did.startsWith("product.") ? "product" : "offer";
  const module = sections[entity];
  const attempt = { needs: `${entity}:operate`, module, record: code } as const;
  return writeOnce(actor, attempt, { key, body: { did, code, said } }, async (tx) => {
    const { record, details, leadsTo = record } = await write(tx);
    return { came: { did, code: leadsTo }, deeds: [{ action: did, module, record, details }] };
  });
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
