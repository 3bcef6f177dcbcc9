import "server-only";
import { sql } from "drizzle-orm";
import type { Effect } from "#db/move/moving";
import { erase } from "#db/write/erasure";

/** An operator's `disable` stands until an operator lifts it. */
const hold: Effect = async (_, __, { cause }) => (cause === undefined ? held : undefined);
const register: Effect = async () => ({ registeredAt: sql`now()` });
const enable: Effect = async () => lifted;
const erasure: Effect = ({ db }, record) => erase(db, record);

const held = { heldAt: sql`now()` };
const lifted = { heldAt: null };

export const customerEffects = { register, disable: hold, enable, delete: erasure };
