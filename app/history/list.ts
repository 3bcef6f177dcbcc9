import { defineList } from "#db/list";
import { detailsSql, entries, entrySql, seenBy, usersSeenBy } from "#db/list/entries";
import { history } from "#db/schema/history";
import type { Actor } from "#lib/domain/actor";
import { modules } from "#lib/list/labels";
import { optionsFor } from "#lib/list/view";
import { deedWords } from "#lib/messages/deed";

/** The history as an actor may see it: all of it, or what they did themselves. */
export async function historyList(actor: Actor, use: "page" | "file") {
  const [seen, users] = await Promise.all([seenBy(actor, use), usersSeenBy(actor)]);
  return defineList({
    name: "history",
    ...entries,
    ...seen,
    columns: {
      at: { sql: history.at, kind: "moment", sort: true, filter: "days" },
      user: { sql: history.email, kind: "user", filter: "choice", ...users, isOrdered: true },
      action: {
        sql: history.action,
        kind: "action",
        filter: "choice",
        ...optionsFor(Object.keys(deedWords.en)),
        isOrdered: true,
      },
      module: { sql: history.module, kind: "module", filter: "choice", ...optionsFor(modules), isOrdered: true },
      record: { sql: history.record, kind: "record" },
      ip: { sql: history.ip, kind: "text" },
      details: { sql: detailsSql, kind: "details", shown: entrySql },
    },
    defaultSort: { column: "at", direction: "desc" },
  });
}
