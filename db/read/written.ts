import "server-only";
import { and, eq } from "drizzle-orm";
import { together } from "#db/client";
import type { Answer } from "#db/move/order";
import { requests } from "#db/schema/request";
import { type CatalogueWritten, catalogueDeeds } from "#db/write/catalogue";
import { profileDeeds, type Written } from "#db/write/profile";
import type { Actor } from "#lib/domain/actor";

/** What a form that moves a record came to, by its key, to whoever sent it. */
export const findAnswer = (actor: Actor, key: string) => findCame<Answer>(actor, key);

/** The same of a form of a customer's page. */
export async function findWritten(actor: Actor, key: string): Promise<Written | undefined> {
  const written = await findCame<Written>(actor, key);
  return written !== undefined && profileDeeds.includes(written.did) ? written : undefined;
}

/** The same of a form of the catalogue. */
export async function findCatalogueWritten(actor: Actor, key: string): Promise<CatalogueWritten | undefined> {
  const written = await findCame<CatalogueWritten>(actor, key);
  return written !== undefined && catalogueDeeds.includes(written.did) ? written : undefined;
}

async function findCame<Came>({ subject }: Actor, key: string): Promise<Came | undefined> {
  const [found] = await together
    .select({ answer: requests.answer })
    .from(requests)
    .where(and(eq(requests.key, key), eq(requests.owner, subject)));
  return found?.answer as Came | undefined;
}
