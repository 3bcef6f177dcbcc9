import "server-only";
import { z } from "zod";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { findCatalogueWritten } from "#db/read/written";
import { type Fields, inputsOf } from "#lib/catalogue/field";
import { isUuid } from "#lib/domain/uuid";

/** As much as anybody types; the fields themselves say how much of it they take. */
const text = z.string().max(100_000).default("");

/** A form of some fields, with what else it sends; what was typed of the fields is its `typed`. */
export function formSchema<Shape extends z.ZodRawShape>(fields: Fields, shape: Shape) {
  const names = Object.entries(fields).flatMap(([name, field]) => inputsOf(name, field));
  const typed = z.object(Object.fromEntries(names.map((name) => [name, text])));
  return z.preprocess((sent) => ({ ...(sent as object), typed: sent }), z.object({ ...shape, key: z.uuid(), typed }));
}

/** What the form came to whose key the address carries. */
export async function savedIn({ saved }: Search): Promise<string | undefined> {
  const [actor, { t }] = await Promise.all([requireActor(), currentWords()]);
  const written = typeof saved === "string" && isUuid(saved) ? await findCatalogueWritten(actor, saved) : undefined;
  if (written === undefined || written.did === "offer.remove") return undefined;
  return t(`offering_did.${written.did.replace(".", "_")}` as never);
}
