import type { Permission } from "#lib/domain/actor";
import type { AnyMachine } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";

/** What moves no status and yet needs a second operator, with its entity, and who may ask for it or approve it. */
export const acts = { "account.refund": "account:operate" } as const satisfies Record<string, Permission>;
type ActName = keyof typeof acts;

export const isAct = (entity: Entity, name: string): boolean => Object.hasOwn(acts, `${entity}.${name}`);

/** Who may do an event of a machine, or an act; undefined where nobody may by hand, or there is none. */
export function permissionOf(entity: Entity, name: string): Permission | undefined {
  if (isAct(entity, name)) return acts[`${entity}.${name}` as ActName];
  const machine: AnyMachine | undefined = Object.hasOwn(machines, entity) ? machines[entity] : undefined;
  return machine !== undefined && Object.hasOwn(machine.events, name) ? machine.events[name]?.by.permission : undefined;
}
