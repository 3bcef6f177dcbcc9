import "server-only";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { findCustomer } from "#db/read/customer";
import { can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { formatOf } from "#lib/list/format";
import { statusWords } from "#lib/messages/catalogue";

/** A person's record as its page is handed it; undefined where the ID is no one's. */
export async function openPerson(code: string) {
  const actor = await requireActor();
  const person = isCode("customer", code) ? await findCustomer(actor, code) : undefined;
  if (person === undefined) return undefined;
  const [{ language, t }, project] = await Promise.all([currentWords(), currentProject()]);
  const status = statusWords[language].customer[person.status];
  return { person, status, t, format: formatOf(language, project), isMasked: !can(actor, "pii:read") };
}
