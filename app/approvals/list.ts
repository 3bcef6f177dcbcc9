import { defineList } from "#db/list";
import { asked, askedSql, decisionSql, eventSql, listAskedEvents, saidSql, stateSql } from "#db/list/asked";
import { approvals } from "#db/schema/approval";
import { approvalStates } from "#lib/domain/approval";
import { optionsFor } from "#lib/list/view";

/** What operators asked for and second ones have to approve. */
export async function approvalList() {
  return defineList({
    name: "approvals",
    ...asked,
    columns: {
      asked_at: { sql: approvals.askedAt, kind: "moment", sort: true },
      by: { sql: approvals.askedEmail, kind: "user" },
      what: { sql: eventSql, kind: "event", shown: askedSql, filter: "choice", ...optionsFor(await listAskedEvents()) },
      record: { sql: approvals.recordCode, kind: "record" },
      reason: { sql: approvals.reason, kind: "reason", shown: saidSql },
      state: { sql: stateSql, kind: "decision", shown: decisionSql, filter: "choice", options: approvalStates },
    },
    defaultSort: { column: "asked_at", direction: "desc" },
  });
}
