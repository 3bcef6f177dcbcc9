import { day, hour, minute } from "#db/seed/instant";
import { type Random, weighted } from "#db/seed/random";
import type { CustomerStatus } from "#lib/domain/customer";

/** How many days a customer must have been one for a status to be plausible: first a due day passes, then arrears grow. */
export const earliest: Partial<Record<CustomerStatus, number>> = { disabled: 35, blocked: 125 };

const statuses = weighted<CustomerStatus>([
  [20, "unregistered"],
  [61, "enabled"],
  [12, "disabled"],
  [4, "blocked"],
  [3, "deleted"],
]);

// Few enough for a million customers to be made in a minute.
const activeCredits: Record<CustomerStatus, [number, ...number[]]> = {
  unregistered: [0],
  enabled: weighted([
    [172, 0],
    [21, 1],
    [4, 2],
    [2, 3],
    [1, 4],
  ]),
  disabled: weighted([
    [42, 0],
    [47, 1],
    [7, 2],
    [3, 3],
    [1, 4],
  ]),
  blocked: weighted([
    [35, 0],
    [55, 1],
    [7, 2],
    [3, 3],
  ]),
  deleted: [0],
};

export type Life = ReturnType<typeof lifeFrom>;

/** A customer's instants and status so far, `until` being when the story ends; the status is the wanted one, if any is. */
export function lifeFrom(random: Random, createdAt: number, until: number, wanted?: CustomerStatus) {
  const acceptedAt = later(random, createdAt, 2 * hour, until);
  const activatedAt = later(random, acceptedAt, random.chance(0.7) ? hour : 20 * day, until);
  const registeredAt = random.chance(0.7) ? activatedAt : later(random, activatedAt, 5 * day, until);
  const drawn = statusAfter(random, until - registeredAt);
  const status = wanted ?? drawn;
  const wasRegistered = status !== "unregistered" && (status !== "deleted" || random.chance(0.8));
  return {
    status,
    createdAt,
    dataAcceptedAt: acceptedAt,
    commercialAcceptedAt: random.chance(0.6) ? later(random, acceptedAt, minute, until) : null,
    activatedAt,
    registeredAt: wasRegistered ? registeredAt : null,
    statusChangedAt: changedAt(random, status, wasRegistered ? registeredAt : createdAt, until),
    activeCredits: random.pick(activeCredits[status]),
  };
}

/** The moment at this share of the last three years: busier towards their end, and by day. */
export function createdAtShare(random: Random, share: number, until: number): number {
  const daysAgo = 1 + Math.floor(1095 * (1 - share ** 0.6));
  const timeOfDay = 5 * hour + (random.unit() + random.unit()) * 9 * hour;
  return until - daysAgo * day + Math.floor(timeOfDay);
}

function later(random: Random, from: number, atMost: number, until: number): number {
  return from + Math.ceil((1 - random.unit()) * Math.min(atMost, (until - from) / 2));
}

function statusAfter(random: Random, age: number): CustomerStatus {
  const status = random.pick(statuses);
  return age < (earliest[status] ?? 0) * day ? "enabled" : status;
}

function changedAt(random: Random, status: CustomerStatus, first: number, until: number): number {
  if (status === "unregistered" || (status === "enabled" && random.chance(0.85))) return first;
  return later(random, first + (earliest[status] ?? 0) * day, 3 * 365 * day, until);
}
