import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { db } from "#db/client";
import type { move } from "#db/move";
import { findDetails, versionOf } from "#db/read/person";
import { customers } from "#db/schema/customer";
import { violations } from "#db/schema/violation";
import { decideApproval } from "#db/write/approval";
import { askBalanceRefund } from "#db/write/balance-refund";
import { withdrawConsent } from "#db/write/consent";
import { commitImport } from "#db/write/import";
import { addNote } from "#db/write/note";
import { editPerson } from "#db/write/person";
import { revealPerson } from "#db/write/reveal";
import { saveSearch } from "#db/write/saved-search";
import { recordViolation, resolveViolation } from "#db/write/violation";
import { canary, former } from "#tests/canary";
import { checkBank, payBank } from "#tests/db/bank-files";
import { ana, check, fileOf, person } from "#tests/db/exports";
import { addAccount, bruno, carla, clara, moveNow, sofia, statusOf } from "#tests/db/portfolio";

export const everything = [...Object.values(canary), ...Object.values(former)];
const words = everything.join("; ");
export const comment = `Said of them: ${words}`;
const typed = {
  first_name: canary.firstName,
  last_name: canary.lastName,
  id_type: "cc",
  national_id: canary.nationalId,
  phone: canary.phone,
  email: canary.email,
  address: canary.address,
};
export const complete = {
  phone_verified: "true",
  email_verified: "true",
  personal_data_accepted_at: "2025-03-02T10:00:00-05:00",
  commercial_use_accepted_at: "2025-03-02T10:00:00-05:00",
  account_activated_at: "2025-03-02T10:00:00-05:00",
};
const brought = person(1, {
  ...complete,
  external_id: "ONB-7-000001",
  first_name: former.firstName,
  last_name: canary.lastName,
  document_number: canary.nationalId,
  phone: former.phone,
  email: former.email,
  address: former.address,
});
/** Without a document. */
export const lone = { document_type: "", document_number: "" };

/** Stages the person in imports that nobody commits: as who they are, or by what they share with who they are. */
export async function stage() {
  await check(
    fileOf(
      person(1, { ...brought, first_name: "Another", address: canary.address }),
      person(2, { ...lone, phone: canary.phone }),
      person(3, { ...lone, email: canary.email.toUpperCase() }),
      person(4, { ...lone, first_name: "zephyrine-ñandubay", last_name: "O'QUETZALCOATL  WUXTENBRAUN" }),
      person(5, { ...lone, phone: former.phone }),
      person(6, { first_name: canary.firstName, last_name: canary.lastName, document_number: canary.nationalId }),
    ),
  );
  await check(fileOf(person(7), person(8, { ...lone, first_name: former.firstName, last_name: canary.lastName })));
}

/** Has a bank name them in rows for nobody's credit: in a file that was committed and in one that nobody commits. */
export async function stageBank() {
  const { nationalId, phone, firstName, lastName } = canary;
  const rows = [`CC ${nationalId}`, phone, former.phone].map((target, at) => `${target},1.00,2026-03-10,${at}`);
  const named = [lastName, firstName, former.firstName, former.email].map((words) => `K-777777,1.00,2026-03-10,pago ${words}`);
  await payBank(...rows, ...named);
  await checkBank(...[...rows, ...named].map((row) => `${row}-B`));
}

/** Brings the person in as they were, then changes them into who they are, by way of a form that is refused. */
export async function bringIn() {
  await commitImport(ana, await check(fileOf(brought, person(9))));
  const [added] = await db.select().from(customers).where(eq(customers.nationalId, canary.nationalId));
  if (added === undefined) throw new Error("nobody was added");
  const { id, code } = added;
  const edit = { code, version: versionOf(await findDetails(db, id)), typed };
  expect(await editPerson(bruno, { ...edit, typed: { ...typed, phone: `${canary.phone}0000000` } }, randomUUID())).toMatchObject({
    ok: false,
  });
  expect(await editPerson(carla, edit, randomUUID())).toMatchObject({ ok: false });
  const key = randomUUID();
  for (const _ of ["once", "again"]) expect(await editPerson(bruno, edit, key)).toMatchObject({ ok: true });
  return { id, code };
}

/** All that operators do with a customer, the person named in each comment; each form is also refused with them in it. */
export async function operate(id: string, code: string) {
  const did = await Promise.all([
    addNote(carla, { code, words: comment }, randomUUID()),
    revealPerson(carla, { code, fields: ["first_name", "phone"] }, randomUUID()),
    withdrawConsent(bruno, { code }, randomUUID()),
  ]);
  expect(did.map(({ ok }) => ok)).toEqual([true, true, true]);
  expect(await addNote(carla, { code, words: comment.repeat(100) }, randomUUID())).toMatchObject({ ok: false });

  await recordViolation(bruno, { code, rule: "other", isFraud: false, comment }, randomUUID());
  const [open] = await db.select().from(violations).where(eq(violations.customerId, id));
  await resolveViolation(bruno, { code, violation: open?.id ?? "", comment }, randomUUID());
  for (const [event, reason] of [
    ["disable", "holder_request"],
    ["enable", "mistake"],
    ["block", "other"],
    ["unblock", "mistake"],
  ] as const) {
    expect(await moveNow(sofia, "customer", code, event, { reason: "none such", comment })).toMatchObject({ ok: false });
    expect(await moveNow(sofia, "customer", code, event, { reason, comment })).toMatchObject({ ok: true });
  }
  expect(await moveNow(carla, "customer", code, "disable", { reason: "other", comment })).toMatchObject({ ok: false });

  const account = await addAccount(id, { creditBalance: 80_00n });
  for (const [isPaid, reference] of [
    [false, `${canary.nationalId}, ${canary.email}`],
    [true, `${canary.phone}, ${canary.lastName}`],
  ] as const) {
    const refund = await askBalanceRefund(bruno, { account: account.code, reference }, randomUUID());
    expect(await decideApproval(clara, approvalIn(refund), isPaid, randomUUID())).toMatchObject({ ok: true });
  }
  const asked = await moveNow(bruno, "account", account.code, "cancel", { reason: "other", comment, typed: account.code });
  await decideApproval(sofia, approvalIn(asked), true, randomUUID());
  expect(await statusOf("account", account.code)).toBe("canceled");
  const declined = await moveNow(sofia, "customer", code, "delete", { reason: "other", comment, typed: code });
  await decideApproval(clara, approvalIn(declined), false, randomUUID());
}

/** Searches for the person as operators write, and for others. */
export async function search(code: string) {
  const { firstName, lastName, nationalId, phone, email, address } = canary;
  const about = [
    ...everything,
    `${lastName}, ${firstName}`.toUpperCase(),
    firstName.normalize("NFD"),
    "zephyrine",
    `quetzalcoatl\twuxten\0`,
    `${phone.slice(0, 6)} ${phone.slice(6)}`,
    phone.slice(3),
    nationalId.replace(/\B(?=(\d{3})+$)/g, "."),
    `${email} \ud800`,
    address.slice(4, 30),
  ];
  for (const [list, each] of about.entries()) await saveSearch([sofia, carla][list % 2] ?? sofia, "customers", each);
  await saveSearch(sofia, "customers", "Gómez Ballesteros");
  await saveSearch(sofia, "customers", code);
}

/** Deletes a customer as two operators do. */
export async function deleteByTwo(code: string, said: string) {
  const asked = await moveNow(sofia, "customer", code, "delete", { reason: "holder_request", comment: said, typed: code });
  expect(await decideApproval(sofia, approvalIn(asked), true, randomUUID())).toMatchObject({ ok: false });
  expect(await decideApproval(clara, approvalIn(asked), true, randomUUID())).toMatchObject({ ok: true, kind: "moved" });
  expect(await statusOf("customer", code)).toBe("deleted");
}

const approvalIn = (outcome: Awaited<ReturnType<typeof move>>) =>
  outcome.ok && outcome.kind === "asked" ? outcome.approval : `not asked: ${JSON.stringify(outcome)}`;
