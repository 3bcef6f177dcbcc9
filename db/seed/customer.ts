import { type customers, erasedColumns } from "#db/schema/customer";
import { instant, instantIfAny } from "#db/seed/instant";
import type { Life } from "#db/seed/life";
import { stopOnTheWay } from "#db/seed/onboarding";
import { personFrom } from "#db/seed/person";
import type { Random } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";

/** In the order of the copied columns. */
export const customerFields = [
  "id",
  "externalId",
  "status",
  "firstName",
  "lastName",
  "idType",
  "nationalId",
  "phone",
  "email",
  "address",
  "isPhoneVerified",
  "isEmailVerified",
  "dataAcceptedAt",
  "commercialAcceptedAt",
  "activatedAt",
  "activeCredits",
  "createdAt",
  "registeredAt",
  "statusChangedAt",
  "heldAt",
] as const satisfies (keyof typeof customers.$inferSelect)[];

export type CustomerRow = Pick<typeof customers.$inferSelect, (typeof customerFields)[number]>;

/** The row of a life, of a person whom no other ordinal makes. */
export function customerFrom(random: Random, ordinal: number, life: Life): CustomerRow {
  const row: CustomerRow = {
    id: uuidFrom(random, ordinal),
    externalId: `DEMO-${ordinal}`,
    ...personFrom(random, ordinal),
    isPhoneVerified: true,
    isEmailVerified: true,
    status: life.status,
    activeCredits: life.activeCredits,
    createdAt: instant(life.createdAt),
    dataAcceptedAt: instant(life.dataAcceptedAt),
    commercialAcceptedAt: instantIfAny(life.commercialAcceptedAt),
    activatedAt: instant(life.activatedAt),
    registeredAt: instantIfAny(life.registeredAt),
    statusChangedAt: instant(life.statusChangedAt),
    heldAt: null,
  };
  if (life.registeredAt === null) stopOnTheWay(random, row);
  return row.status === "deleted" ? Object.assign(row, erasedColumns) : row;
}
