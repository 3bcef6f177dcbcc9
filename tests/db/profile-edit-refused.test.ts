import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findDetails, versionOf } from "#db/read/person";
import { history } from "#db/schema/history";
import { editPerson } from "#db/write/person";
import { typedFrom } from "#lib/onboarding/typed";
import { addKnown, edit, rowOf } from "#tests/db/known";
import { addCustomer, andres, bruno, carla } from "#tests/db/portfolio";

const lastOf = async (code: string) =>
  (await db.select().from(history).where(eq(history.record, code)).orderBy(desc(history.id)).limit(1))[0];

test("what was typed is read as an import reads it, and each field that cannot be read is told", async () => {
  const customer = await addKnown();
  const version = versionOf(await findDetails(db, customer.id));
  const typed = {
    first_name: "  Ana   Lucía ",
    last_name: "Ríos",
    phone: "300 123 45 67",
    email: "ANA@Mail.Example",
    id_type: "nit",
    national_id: "900.999.888-1",
  };
  expect(await editPerson(bruno, { code: customer.code, version, typed }, randomUUID())).toMatchObject({ ok: true });
  expect(await findDetails(db, customer.id)).toEqual({
    firstName: "Ana Lucía",
    lastName: "Ríos",
    idType: "nit",
    nationalId: "900999888-1",
    phone: "+573001234567",
    isPhoneVerified: false,
    email: "ana@mail.example",
    isEmailVerified: false,
    address: null,
  });
  const wrong = { first_name: "x".repeat(200), phone: "12", email: "nobody", national_id: "77" };
  const fault = (field: string, reason: string) => ({ rule: "fault", values: { field, reason } });
  expect(await editPerson(bruno, { code: customer.code, version, typed: wrong }, randomUUID())).toEqual({
    ok: false,
    refusals: [
      fault("first_name", "too_long"),
      fault("phone", "bad_phone"),
      fault("email", "bad_email"),
      fault("id_type", "missing"),
    ],
  });
});

describe("an edit is refused", () => {
  test.each([carla, andres])("to $role, which the history keeps", async (actor) => {
    const customer = await addKnown();
    expect(await edit(actor, customer, { lastName: "Otra" })).toEqual({ ok: false, refusals: [{ rule: "permission" }] });
    expect(await lastOf(customer.code)).toMatchObject({ action: "permission.refused", details: { permission: "pii:edit" } });
    expect((await rowOf(customer.id))?.lastName).toBe("Ñungo");
  });

  test("when the document is another's, naming who has it", async () => {
    const [one, other] = [await addKnown(), await addKnown()];
    expect(await edit(bruno, other, { nationalId: one.nationalId })).toEqual({
      ok: false,
      refusals: [{ rule: "national_id_taken", values: { customer: one.code } }],
    });
    expect((await rowOf(other.id))?.nationalId).toBe(other.nationalId);
    expect(await lastOf(other.code)).toBeUndefined();
  });

  test("when it takes from a customer what the project asks of one, but not from who lacked it before", async () => {
    const customer = await addKnown();
    const emptied = { firstName: "", phone: null, isPhoneVerified: false, address: null };
    expect(await edit(bruno, customer, emptied)).toEqual({
      ok: false,
      refusals: ["names", "phone"].map((requirement) => ({ rule: "emptied", values: { requirement } })),
    });
    const lacking = await addKnown({ phone: null, isPhoneVerified: false });
    expect(await edit(bruno, lacking, { address: null })).toMatchObject({ ok: true });
  });

  test("of a deleted customer, and of nobody", async () => {
    const gone = await addCustomer({ status: "deleted", firstName: "", lastName: "" });
    expect(await edit(bruno, gone, { lastName: "Otra" })).toEqual({ ok: false, refusals: [{ rule: "deleted" }] });
    const person = await findDetails(db, gone.id);
    const nobody = { code: "C-222222", version: versionOf(person), typed: typedFrom(person) };
    expect(await editPerson(bruno, nobody, randomUUID())).toEqual({ ok: false, refusals: [{ rule: "unknown" }] });
  });
});

describe("a pre-customer", () => {
  const almost = { status: "unregistered", dataAcceptedAt: "2026-01-01T10:00:00Z", activatedAt: "2026-01-02T10:00:00Z" } as const;

  test("whose last requirement an edit meets is a customer at once, by rule", async () => {
    const customer = await addKnown({ ...almost, isEmailVerified: false });
    const outcome = await edit(bruno, customer, { isEmailVerified: true });
    expect(outcome).toMatchObject({
      ok: true,
      status: "enabled",
      done: [{ event: "register", from: "unregistered", to: "enabled", cause: { rule: "requirements_met" } }],
    });
    expect(await rowOf(customer.id)).toMatchObject({ status: "enabled", registeredAt: expect.any(String) });
    const entries = await db.select().from(history).where(eq(history.record, customer.code)).orderBy(history.id);
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ["person.edited", "bruno"],
      ["customer.register", "system"],
    ]);
  });

  test("who lacks more stays one, and may be emptied", async () => {
    const customer = await addKnown({ ...almost, isEmailVerified: false });
    expect(await edit(bruno, customer, { phone: null, isPhoneVerified: false })).toMatchObject({
      ok: true,
      done: [],
      status: "unregistered",
    });
    expect(await rowOf(customer.id)).toMatchObject({ status: "unregistered", phone: null });
  });
});
