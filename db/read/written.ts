import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { statementName, together } from "#db/client";
import type { Done } from "#db/move/moving";
import type { Answer } from "#db/move/order";
import { credits } from "#db/schema/credit";
import { payments } from "#db/schema/payment";
import { preLoans } from "#db/schema/pre-loan";
import { prePayments } from "#db/schema/pre-payment";
import { requests } from "#db/schema/request";
import { type CatalogueWritten, catalogueDeeds } from "#db/write/catalogue";
import { profileDeeds, type Written } from "#db/write/profile";
import type { Actor } from "#lib/domain/actor";

/** What a form that moves a record came to, by its key, to whoever sent it. */
export const findAnswer = (actor: Actor, key: string) => findCame<Answer>(actor, key);

/** The ID of what a move made: of a confirmed request its credit, of an announced payment that came its payment. */
export async function findMade({ entity, code, event }: Pick<Done, "entity" | "code" | "event">): Promise<string | undefined> {
  if (event !== "confirm") return undefined;
  if (entity === "pre_loan") return (await askCredit.execute({ code }))[0]?.code;
  return entity === "pre_payment" ? (await askPayment.execute({ code }))[0]?.code : undefined;
}

const asked = sql.placeholder("code");
const askCredit = together
  .select({ code: credits.code })
  .from(credits)
  .innerJoin(preLoans, eq(preLoans.creditId, credits.id))
  .where(eq(preLoans.code, asked))
  .prepare(statementName("credit_of_request"));
const askPayment = together
  .select({ code: payments.code })
  .from(payments)
  .innerJoin(prePayments, eq(prePayments.id, payments.prePaymentId))
  .where(eq(prePayments.code, asked))
  .prepare(statementName("payment_of_pre_payment"));

/** What a form of a customer's page came to. */
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
