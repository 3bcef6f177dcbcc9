import { describe, expect, test } from "vitest";
import { type Offer, offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import type { Person } from "#db/seed/people";
import { consequencesOf, worstCredit } from "#lib/domain/consequences";
import type { CustomerStatus } from "#lib/domain/customer";
import { addDays } from "#lib/domain/day";
import { dayOf, offerOf, people, situationOf, today } from "#tests/domain/seeded";

const withStatus = (status: CustomerStatus) => people.filter(({ customer }) => customer.status === status);
const worstDays = (person: Person) => worstCredit(situationOf(person)).delinquentDays;
const isBroken = ({ violations }: Person, isFraud: boolean) =>
  violations.some((it) => it.isFraud === isFraud && it.resolvedAt === null);
const isHeld = ({ customer }: Person) => customer.heldAt !== null;
const unlike = (some: Person[], explained: (person: Person) => boolean) => some.filter((each) => !explained(each));

describe("every status is explained, under the default rules", () => {
  test("no rule has anything to change", () => {
    expect(people.flatMap((each) => consequencesOf(situationOf(each)))).toEqual([]);
  });
  test("enabled: no delinquent credit, no open violation, no hold", () => {
    const clear = (it: Person) => worstDays(it) === 0 && !isBroken(it, false) && !isBroken(it, true) && !isHeld(it);
    expect(unlike(withStatus("enabled"), clear)).toEqual([]);
  });
  test("disabled: delinquent for less than 90 days, or a violation that is no fraud, or a hold", () => {
    const explained = (it: Person) => worstDays(it) > 0 || isBroken(it, false) || isHeld(it);
    expect(unlike(withStatus("disabled"), (it) => explained(it) && worstDays(it) < 90 && !isBroken(it, true))).toEqual([]);
  });
  test("blocked: delinquent for 90 days, or fraud", () => {
    expect(unlike(withStatus("blocked"), (it) => worstDays(it) >= 90 || isBroken(it, true))).toEqual([]);
  });
  test("each cause is there", () => {
    const disabled = withStatus("disabled").filter(({ tale }) => tale === undefined);
    const blocked = withStatus("blocked").filter(({ tale }) => tale === undefined);
    for (const some of [
      disabled.filter((it) => worstDays(it) > 0),
      disabled.filter((it) => isBroken(it, false)),
      disabled.filter(isHeld),
      blocked.filter((it) => worstDays(it) >= 90),
      blocked.filter((it) => isBroken(it, true)),
    ])
      expect(some.length).toBeGreaterThan(15);
  });
  test("it changed on the day on which its cause began", () => {
    for (const { customer, credits, violations, tale } of people) {
      if (tale !== undefined || (customer.status !== "disabled" && customer.status !== "blocked")) continue;
      const [violation] = violations;
      if (violation) expect(violation.recordedAt).toBe(customer.statusChangedAt);
      else if (customer.heldAt) expect(customer.heldAt).toBe(customer.statusChangedAt);
      else {
        const days = (credits[0]?.daysPastDue ?? 0) - (customer.status === "blocked" ? 90 : 1);
        expect(dayOf(customer.statusChangedAt)).toBe(addDays(today, -days));
      }
    }
  });
});

describe("credits", () => {
  const every = people.flatMap(({ customer, credits }) => credits.map((credit) => ({ customer, credit })));
  const inBulk = people.flatMap(({ credits, tale }) => (tale === undefined ? credits : []));

  test("as many are active as the customer's count says", () => {
    const wrong = people.filter(
      ({ customer, credits }) => credits.filter(({ status }) => status === "active").length !== customer.activeCredits,
    );
    expect(wrong).toEqual([]);
    expect(inBulk.length).toBeGreaterThan(2000);
  });
  test("nobody has the same one", () => {
    expect(new Set(every.map(({ credit }) => credit.id)).size).toBe(every.length);
    expect(every.filter(({ customer, credit }) => credit.customerId !== customer.id)).toEqual([]);
  });
  test("amounts are within the offer's limits, and no more is owed than was lent", () => {
    const isPlausible = ({ amount, outstanding, offerId }: CreditRow) => {
      const [least, most] = offerOf({ offerId }).amount;
      const isWithin = amount >= BigInt(least) * 100n && amount <= BigInt(most) * 100n;
      return isWithin && outstanding <= amount && outstanding % 100n === 0n;
    };
    expect(every.filter(({ credit }) => !isPlausible(credit))).toEqual([]);
  });
  test("lent after registration, and for long enough to be as late as they are", () => {
    const isPlausible = ({ createdAt, disbursedOn, daysPastDue }: CreditRow, registeredAt: string) =>
      createdAt >= registeredAt &&
      disbursedOn === dayOf(createdAt) &&
      disbursedOn <= addDays(today, daysPastDue > 0 ? -daysPastDue - 30 : -1);
    expect(every.filter(({ customer, credit }) => !isPlausible(credit, customer.registeredAt ?? ""))).toEqual([]);
  });
  test("most owe less than was lent, and some all of it", () => {
    const whole = inBulk.filter(({ outstanding, amount }) => outstanding === amount).length / inBulk.length;
    expect(whole).toBeGreaterThan(0.05);
    expect(whole).toBeLessThan(0.5);
  });
  test("an offer is never lent more often than it allows", () => {
    const isTooOften = ({ credits }: Person, { id, maxActiveCredits }: Offer) =>
      credits.filter(({ offerId, status }) => offerId === id && status === "active").length > (maxActiveCredits ?? 9);
    expect(people.filter((each) => Object.values(offers).some((offer) => isTooOften(each, offer)))).toEqual([]);
  });
});

test("rates stay below the usury limit", () => {
  expect(Object.values(offers).filter(({ annualRate }) => Number(annualRate) >= 25)).toEqual([]);
});
