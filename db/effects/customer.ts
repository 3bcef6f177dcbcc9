import "server-only";
import { sql } from "drizzle-orm";
import type { Effect } from "#db/move/moving";
import { erase } from "#db/write/erasure";

/** An operator's `disable` stands until an operator lifts it. */
const hold: Effect = async (_, __, { cause }) => (cause === undefined ? { heldAt: sql`now()` } : undefined);
const register: Effect = async () => ({ registeredAt: sql`now()` });
const enable: Effect = async () => ({ heldAt: null });
const erasure: Effect = ({ db }, record) => erase(db, record);

export const customerEffects = { register, disable: hold, enable, delete: erasure };
