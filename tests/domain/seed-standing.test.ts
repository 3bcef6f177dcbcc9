import { describe, expect, test } from "vitest";
import { type Offer, offers } from "#db/seed/catalogue";
import type { CreditRow } from "#db/seed/credit";
import { type Person, peopleOf } from "#db/seed/people";
import { consequencesOf, worstCredit } from "#lib/domain/consequences";
import type { CustomerStatus } from "#lib/domain/customer";
import { addDays, type Day } from "#lib/domain/day";
import { defaultRules } from "#lib/domain/rules";
import { dayOf, offerOf, people, plan, situationOf, today } from "#tests/domain/seeded";

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
  const days = ["2027-01-01", "2027-01-31", "2027-03-01", "2027-05-31", "2028-02-29", "2028-07-15"] as Day[];
  test.each(days)("nor on %s", (date) => {
    const stops = [{ on: addDays(date, -140), until: null }];
    const others = peopleOf({ ...plan, rows: 600, today: date, until: Date.parse(`${date}T05:00:00Z`) * 1000, stops }, 0, 600);
    expect([...others].flatMap((each) => consequencesOf({ ...situationOf(each), businessDate: date }))).toEqual([]);
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
        const worst = Math.max(...credits.map(({ daysPastDue }) => daysPastDue));
        const days = worst - (customer.status === "blocked" ? 90 : 1);
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
    expect(inBulk.length).toBeGreaterThan(1000);
  });
  test("nobody has the same one", () => {
    expect(new Set(every.map(({ credit }) => credit.id)).size).toBe(every.length);
    expect(every.filter(({ customer, credit }) => credit.customerId !== customer.id)).toEqual([]);
  });
  test("amounts and instalments are within the offer's limits, in whole pesos", () => {
    const isPlausible = ({ amount, instalments, outstanding, offerId }: CreditRow) => {
      const { amount: limits, instalments: counts } = offerOf({ offerId });
      const isWithin = amount >= BigInt(limits[0]) * 100n && amount <= BigInt(limits[1]) * 100n;
      return isWithin && instalments >= counts[0] && instalments <= counts[1] && outstanding % 100n === 0n;
    };
    expect(every.filter(({ credit }) => !isPlausible(credit))).toEqual([]);
  });
  test("lent after registration, and for long enough to be as late as they are", () => {
    const isPlausible = ({ createdAt, disbursedOn, daysPastDue }: CreditRow, registeredAt: string) =>
      createdAt >= registeredAt &&
      disbursedOn === dayOf(createdAt) &&
      disbursedOn <= addDays(today, daysPastDue > 0 ? -daysPastDue - 7 : -1);
    expect(every.filter(({ customer, credit }) => !isPlausible(credit, customer.registeredAt ?? ""))).toEqual([]);
  });
  test("some are paid, and of the others some owe all that was agreed", () => {
    const shareOf = (some: CreditRow[]) => some.length / inBulk.length;
    expect(shareOf(inBulk.filter(({ status }) => status === "paid"))).toBeGreaterThan(0.05);
    const paying = people.flatMap(({ lent }) => lent.filter(({ payments }) => payments.length > 0));
    expect(paying.length / inBulk.length).toBeGreaterThan(0.4);
    expect(paying.length / inBulk.length).toBeLessThan(0.9);
  });
  test("in every bucket", () => {
    const first = [0, ...defaultRules.buckets];
    const bucketOf = ({ daysPastDue }: CreditRow) => first.findLastIndex((day) => day <= daysPastDue);
    expect(new Set(inBulk.map(bucketOf))).toEqual(new Set(first.keys()));
  });
  test("an offer is never lent more often than it allows", () => {
    const isTooOften = ({ credits }: Person, { id, maxActiveCredits }: Offer) =>
      credits.filter(({ offerId, status }) => offerId === id && status === "active").length > (maxActiveCredits ?? 9);
    expect(people.filter((each) => Object.values(offers).some((offer) => isTooOften(each, offer)))).toEqual([]);
  });
});

test("rates stay below the usury limit", () => {
  expect(Object.values(offers).filter(({ terms }) => Number(terms.annualRate ?? 0) >= 25)).toEqual([]);
});
