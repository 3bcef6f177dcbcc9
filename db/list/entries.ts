import "server-only";
import { createHash } from "node:crypto";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client";
import { history, historyHead } from "#db/schema/history";
import { system } from "#db/write/history";
import { type Actor, can } from "#lib/domain/actor";
import { type CodeKind, codeLetters, isCode } from "#lib/domain/code";

const ids = Object.keys(codeLetters) as CodeKind[];

/** What the list of the change history has instead of statuses and words. */
export const entries = {
  record: "entry",
  from: history,
  id: history.id,
  code: history.id,
  statuses: [],
  pageSize: 50,
  whole: { ids, records: recordsWith },
} as const;

/** What the page says of an entry in words. */
export const entrySql = sql`jsonb_build_object('email', ${history.email}, 'role', ${history.role}, 'isSystem', ${history.subject} = ${system.subject},
  'action', ${history.action}, 'module', ${history.module}, 'details', ${history.details}, 'isSealed', ${history.sealed} is not null)`;

/** As a file has it. */
export const detailsSql = sql`${history.details}::text`;

/** The entries that an actor may see, and how many; a file holds those that were there when it was asked for. */
export async function seenBy(actor: Actor, use: "page" | "file"): Promise<{ scope?: SQL; total?: SQL }> {
  const own = can(actor, "history:read") ? undefined : eq(history.subject, actor.subject);
  const [head] = use === "file" ? await db.select({ last: historyHead.lastId }).from(historyHead) : [];
  const scope = and(own, head && sql`${history.id} <= ${`${head.last}`}`);
  if (scope !== undefined) return { scope };
  return { total: sql`select ${historyHead.rows}::float8 as records from ${historyHead}` };
}

/** The e-mails of all who did something, to choose from: options that tell nobody's name, and what each stands for. */
export async function usersSeenBy(actor: Actor) {
  const emails = can(actor, "history:read") ? await listEmails() : await listOwn(actor);
  const pairs = emails.map((email) => [`u${createHash("sha256").update(email).digest("hex").slice(0, 12)}`, email] as const);
  return { options: pairs.map(([option]) => option), stands: Object.fromEntries(pairs) };
}

const mostUsers = 500;

/** From one e-mail to the next along the index, however many entries each has. */
async function listEmails(): Promise<string[]> {
  const first = sql`select min(${history.email}) as email from ${history}`;
  const next = sql`select (select min(${history.email}) from ${history} where ${history.email} > known.email) from known where known.email is not null`;
  const found = await db.execute<{ email: string }>(
    sql`with recursive known (email) as (${first} union all ${next}) select email from known where email is not null limit ${mostUsers}`,
  );
  return found.rows.map(({ email }) => email);
}

async function listOwn({ subject }: Actor): Promise<string[]> {
  const own = await db
    .selectDistinct({ email: history.email })
    .from(history)
    .where(eq(history.subject, subject))
    .limit(mostUsers);
  return own.map(({ email }) => email);
}

function recordsWith(text: string): SQL {
  const isId = ids.some((kind) => isCode(kind, text));
  const found = isId
    ? or(eq(history.record, text), eq(history.customer, text), sql`${history.details} ->> 'approval' = ${text}`)
    : or(inArray(history.email, [text, text.toLowerCase()]), eq(history.record, text));
  return found ?? sql`false`;
}
