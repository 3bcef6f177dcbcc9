import "server-only";
import { sql } from "drizzle-orm";
import type { Allocation, StoredBook } from "#db/books/find";
import type { Tx } from "#db/client";
import { question } from "#db/question";
import { coveredOf } from "#lib/domain/allocation";
import type { Replayed } from "#lib/domain/replay";
import { components } from "#lib/domain/rules";

type New = Omit<Allocation, "id"> & { creditId: string; supersedesId: string | null };

/** Writes what is allocated otherwise than before: a changed row is superseded by a new one, one that is gone by none. */
export function writeAllocations(db: Tx, posted: readonly { book: StoredBook; replayed: Replayed }[]): Promise<unknown>[] {
  const changes = posted.map(({ book, replayed }) => changesOf(book, replayed));
  const superseded = changes.flatMap((change) => change.superseded);
  const added = changes.flatMap((change) => change.added);
  return [
    ...(superseded.length > 0 ? [supersede(db, { ids: superseded })] : []),
    ...(added.length > 0 ? [add(db, { rows: JSON.stringify(added, textOf) })] : []),
  ];
}

const textOf = (_: string, value: unknown) => (typeof value === "bigint" ? `${value}` : value);

function changesOf({ id: creditId, allocations }: StoredBook, { payments }: Replayed): { superseded: string[]; added: New[] } {
  const before = new Map(allocations.map((each) => [keyOf(each), each]));
  const now = payments.flatMap(rowsOf);
  const kept = new Set(now.filter((each) => isSame(each, before.get(keyOf(each)))).map(keyOf));
  return {
    superseded: allocations.filter((each) => !kept.has(keyOf(each))).map(({ id }) => id),
    added: now
      .filter((each) => !kept.has(keyOf(each)))
      .map((each) => ({ ...each, creditId, supersedesId: before.get(keyOf(each))?.id ?? null })),
  };
}

const isSame = (one: Omit<Allocation, "id">, other: Allocation | undefined) =>
  other !== undefined && components.every((component) => one[component] === other[component]);

const keyOf = ({ paymentId, instalment }: Pick<Allocation, "paymentId" | "instalment">) => `${paymentId} ${instalment}`;

/** One row for an instalment, with what of each component. */
const rowsOf = ({ id: paymentId, allocations }: Replayed["payments"][number]): Omit<Allocation, "id">[] =>
  coveredOf(allocations).map((covered) => ({ paymentId, ...covered }));

const supersede = question(
  "supersede_allocations",
  sql`update allocations set superseded_at = now() where id = any(${sql.placeholder("ids")}::bigint[])`,
);

const add = question(
  "add_allocations",
  sql`insert into allocations (payment_id, credit_id, instalment, penalty_minor, fee_minor, interest_minor, principal_minor, supersedes_id)
    select "paymentId", "creditId", instalment, penalty, fee, interest, principal, "supersedesId"
    from jsonb_to_recordset(${sql.placeholder("rows")}::jsonb) as it ("paymentId" uuid, "creditId" uuid, instalment int,
      penalty bigint, fee bigint, interest bigint, principal bigint, "supersedesId" bigint)`,
);
