import type { customers } from "#db/schema/customer";
import { createdAtShare, lifeFrom } from "#db/seed/life";
import { stopOnTheWay } from "#db/seed/onboarding";
import { personFrom } from "#db/seed/person";
import { type Random, randomFrom } from "#db/seed/random";

/** In the order of the copied columns. */
export const seeded = [
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
] as const satisfies (keyof typeof customers.$inferSelect)[];

export type Seeded = Pick<typeof customers.$inferSelect, (typeof seeded)[number]>;

export type Plan = {
  /** The ordinal of the first row; what must be unique is made from ordinals. */
  first: number;
  rows: number;
  seed: number;
  /** When the business date begins, in microseconds: everything happened before it. */
  until: number;
};

/** Part of a plan's rows, in the order in which they were created; the same ones whenever the same part is asked for. */
export function* seededRows({ first, rows, seed, until }: Plan, from: number, to: number): Generator<Seeded> {
  const random = randomFrom(seed, first + from);
  for (let place = from; place < to; place++) {
    yield rowFrom(random, first + place, createdAtShare(random, place / rows, until), until);
  }
}

const erased = {
  firstName: "",
  lastName: "",
  nationalId: null,
  phone: null,
  email: null,
  address: null,
  isPhoneVerified: false,
  isEmailVerified: false,
} satisfies Partial<Seeded>;

function rowFrom(random: Random, ordinal: number, createdAt: number, until: number): Seeded {
  const life = lifeFrom(random, createdAt, until);
  const row: Seeded = {
    id: uuidFrom(random),
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
  };
  if (life.registeredAt === null) stopOnTheWay(random, row);
  return row.status === "deleted" ? Object.assign(row, erased) : row;
}

const instantIfAny = (microseconds: number | null) => (microseconds === null ? null : instant(microseconds));

function instant(microseconds: number): string {
  const milliseconds = new Date(Math.floor(microseconds / 1000)).toISOString().slice(0, -1);
  return `${milliseconds}${String(microseconds % 1000).padStart(3, "0")}Z`;
}

const hex = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, "0"));

function uuidFrom({ below }: Random): string {
  const quad = () => hex[below(65_536)];
  const [version, variant] = [hex[0x4000 + below(4096)], hex[0x8000 + below(16_384)]];
  return `${quad()}${quad()}-${quad()}-${version}-${variant}-${quad()}${quad()}${quad()}`;
}
