import { db } from "#db/client";
import { findSituation } from "#db/facts/situation";
import { storedRules } from "#db/read/rules";
import { customers } from "#db/schema/customer";
import { ruleSets } from "#db/schema/rule-set";
import { violations } from "#db/schema/violation";
import { consequencesOf } from "#lib/domain/consequences";
import { customerMovesOf } from "#lib/domain/reassessment";
import type { Rules } from "#lib/domain/rules";
import { today } from "#tests/db/lists";
import { addAccount, addCredit, addCustomer, addOffer } from "#tests/db/portfolio";

export const inForce = (rules: Rules) =>
  db.insert(ruleSets).values({ rules: storedRules(rules), subject: "sofia", email: "sofia@demo.example" });

export const everyone = async () =>
  (await db.select({ id: customers.id }).from(customers).orderBy(customers.id)).map(({ id }) => id);

/** What rules would move, asked person by person with all that is known of each. */
export async function askedOneByOne(rules: Rules): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const id of await everyone()) {
    const situation = await findSituation({ db, rules, businessDate: today }, id);
    const own = customerMovesOf(situation).map(({ event }) => `customer.${event}`);
    const accounts = consequencesOf(situation).filter(({ entity }) => entity === "account");
    for (const name of [...own, ...accounts.map(({ event }) => `account.${event}`)]) counted[name] = (counted[name] ?? 0) + 1;
  }
  return counted;
}

export async function broken<Who extends { id: string }>(who: Who, isFraud: boolean): Promise<Who> {
  await db.insert(violations).values({ customerId: who.id, rule: "terms_of_use", isFraud, recordedEmail: "x" });
  return who;
}

export async function late<Who extends { id: string }>(who: Who, delinquentDays: number): Promise<Who> {
  await addCredit(who.id, { daysPastDue: delinquentDays, delinquentDays });
  return who;
}

/** With a credit that counts as delinquent for the one it refinanced. */
export async function inherited<Who extends { id: string }>(who: Who): Promise<Who> {
  await addCredit(who.id, { carriesDelinquency: true });
  return who;
}

/** What seeded people are not: credits that do not count, several at once, what a rule alone would undo. */
export async function addOddPeople() {
  const stopped = await addOffer({ status: "inactive" });
  const tolerant = await addOffer({ toleranceMinor: 10_00n });
  for (const status of ["enabled", "disabled", "blocked"] as const)
    for (const heldAt of [null, "2026-01-05T10:00:00Z"]) {
      const who = () => addCustomer({ status, heldAt });
      await late(await who(), 30);
      await broken(await late(await who(), 60), false);
      await broken(await who(), true);
      const many = await late(await late(await who(), 5), 50);
      await addCredit(many.id, { daysPastDue: 70, delinquentDays: 70, status: "in_dispute" });
      await addCredit((await who()).id, { offerId: stopped.id, daysPastDue: 80, delinquentDays: 80 });
      await addCredit((await who()).id, { offerId: tolerant.id, outstanding: 5_00n, daysPastDue: 80, delinquentDays: 80 });
      await addCredit((await who()).id, {
        status: "paid",
        outstanding: 0n,
        closedBy: "settle",
        daysPastDue: 3,
        delinquentDays: 3,
      });
      await addCredit((await who()).id, { carriesDelinquency: true });
      await addAccount((await who()).id, { minimumUnmet: 5n, minimumDueOn: "2026-11-10" });
      await addAccount((await who()).id, { status: "suspended", heldAt });
    }
}
