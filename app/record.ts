import "server-only";
import type { Search } from "#app/list";
import { openMoves } from "#app/moves";
import { requireActor } from "#app/session";
import { openTimeline } from "#app/timeline";
import { currentWay } from "#app/way";
import { type Actor, can, type Permission } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Entity } from "#lib/domain/machines";
import { statusWords } from "#lib/messages/catalogue";

type Page = { params: Promise<{ id: string }>; searchParams: Promise<Search> };
type Basics = { status: string; createdAt: string };
type Said = { label: string; meaning: string; allows: readonly string[] };

/**
 * A record with its actions and its timeline, as its page is handed them; undefined where the ID is no record's. `madeFrom`
 * is the ID of the record by whose confirmation it was made.
 */
export async function openRecord<Found extends Basics>(
  entity: Exclude<Entity, "customer">,
  find: (actor: Actor, code: string) => Promise<Found | undefined>,
  { params, searchParams }: Page,
  madeFrom: (record: Found) => string | null = () => null,
) {
  const [actor, { id: code }, search] = await Promise.all([requireActor(), params, searchParams]);
  const record = isCode(entity, code) ? await find(actor, code) : undefined;
  if (record === undefined) return undefined;
  const [way, moves, timeline] = await Promise.all([
    currentWay(),
    openMoves(entity, code, search),
    openTimeline({ record: code }, search, { at: record.createdAt, from: madeFrom(record) }),
  ]);
  if (moves === undefined) return undefined;
  const status = { code: record.status, ...saidOf(statusWords[way.language][entity], record.status) };
  const isMasked = !can(actor, "pii:read");
  const may = (permission: Permission) => can(actor, permission);
  return { record, status, moves, timeline, isMasked, may, ...way };
}

function saidOf(words: Readonly<Record<string, Said>>, status: string): Said {
  const said = words[status];
  if (said === undefined) throw new Error(`the status ${status} has no words`);
  return said;
}
