import "server-only";
import { and, eq, isNotNull } from "drizzle-orm";
import type { Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { findDetails } from "#db/read/person";
import { history } from "#db/schema/history";
import { unsealer } from "#db/write/seal";
import { type Known, tellingFields } from "#lib/known";
import { detailOf } from "#lib/onboarding/typed";

type Details = Partial<Record<string, unknown>>;

/** All that is known of a person, and was before it was edited, as long as their key can still open that. */
export async function findKnown(tx: Tx, { id, code }: Pick<Moved, "id" | "code">): Promise<Known> {
  const details = await findDetails(tx, id);
  const now: Details = Object.fromEntries(tellingFields.map((field) => [field, details[detailOf[field]]]));
  const all = [now, ...(await findEdited(tx, id, code))];
  const valuesOf = (field: string) => [...new Set(all.map((each) => each[field]))].filter((value) => typeof value === "string");
  const [first_name = [], last_name = [], national_id = [], phone = [], email = [], address = []] = tellingFields.map(valuesOf);
  return { first_name, last_name, national_id, phone, email, address };
}

async function findEdited(tx: Tx, id: string, code: string): Promise<Details[]> {
  const edits = await tx
    .select({ sealed: history.sealed })
    .from(history)
    .where(and(eq(history.customer, code), eq(history.action, "person.edited"), isNotNull(history.sealed)));
  const open = await unsealer(tx, id);
  return edits.flatMap(({ sealed }) => {
    const words = sealed === null ? undefined : open(sealed);
    return words === undefined ? [] : Object.values<Details>(JSON.parse(words));
  });
}
