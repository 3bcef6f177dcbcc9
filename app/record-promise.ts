import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import type { Search } from "#app/list";
import { findPerson } from "#app/person";
import { promise } from "#app/record-promise/actions";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { listPromisable } from "#db/read/promisable";
import { findSight } from "#db/read/rules";
import { can } from "#lib/domain/actor";

/** The page on which a customer's promise is recorded; undefined where the ID is no customer's. */
export async function openRecordPromise(code: string, { of }: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { language, t, format } = way;
  if (!can(actor, "promise:operate")) {
    answerWith(403);
    return { isAllowed: false, t, language, role: actor.role, needs: "promise:operate" } as const;
  }
  const person = await findPerson(code);
  if (person === undefined || person.status === "unregistered") return undefined;
  const [{ businessDate }, owing] = await Promise.all([findSight(db), listPromisable(person.id)]);
  const only = owing.length === 1 ? owing[0]?.code : undefined;
  return {
    isAllowed: true as const,
    shown: {
      customer: { code, name: person.name },
      day: businessDate as string,
      chosen: owing.find((each) => each.code === of)?.code ?? only ?? "",
      owing: owing.map((each) => ({ ...each, owed: format.money(each.outstanding) })),
      action: promise,
      sent: { customer: code, key: randomUUID() },
      t,
    },
  };
}
