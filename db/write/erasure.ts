import "server-only";
import type { Tx } from "#db/client";
import type { Moved } from "#db/move/record";
import { destroyKey } from "#db/write/seal";

/** Erases a person for ever: the columns to set on their row, once all else that holds their data is gone. */
export async function erase(tx: Tx, { id }: Moved): Promise<Record<string, unknown>> {
  await destroyKey(tx, id);
  return {
    firstName: "",
    lastName: "",
    nationalId: null,
    phone: null,
    email: null,
    address: null,
    isPhoneVerified: false,
    isEmailVerified: false,
  };
}
