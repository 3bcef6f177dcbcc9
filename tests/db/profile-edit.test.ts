import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findDetails, versionOf } from "#db/read/person";
import { history } from "#db/schema/history";
import { requests } from "#db/schema/request";
import { editPerson } from "#db/write/person";
import { destroyKey, unsealer } from "#db/write/seal";
import { typedFrom } from "#lib/onboarding/typed";
import { addKnown, edit, known, rowOf } from "#tests/db/known";
import { bruno, sofia } from "#tests/db/portfolio";

const lastOf = async (code: string) =>
  (await db.select().from(history).where(eq(history.record, code)).orderBy(desc(history.id)).limit(1))[0];

describe("an edit", () => {
  test("changes what was typed, and is kept in the history without it", async () => {
    const customer = await addKnown();
    const outcome = await edit(bruno, customer, { phone: "+573119998877", isPhoneVerified: false });
    expect(outcome).toEqual({ ok: true, did: "person.edited", done: [], status: "enabled" });
    expect(await rowOf(customer.id)).toMatchObject({ phone: "+573119998877", isPhoneVerified: false, email: known.email });
    const entry = await lastOf(customer.code);
    expect(entry).toMatchObject({
      action: "person.edited",
      subject: "bruno",
      module: "customers",
      customer: customer.code,
      details: { fields: ["phone", "phone_verified"] },
    });
    expect(JSON.stringify(entry?.details)).not.toContain("9998877");
    expect(entry?.sealed?.toString("latin1")).not.toMatch(/3001234567|9998877/);
    expect(JSON.parse((await unsealer(db, customer.id))(entry?.sealed ?? Buffer.of()) ?? "")).toEqual({
      before: { phone: "+573001234567", phone_verified: true },
      after: { phone: "+573119998877", phone_verified: false },
    });
  });

  test("of what was verified leaves the new value unverified though its box came ticked, until it is ticked again", async () => {
    const customer = await addKnown();
    const changed = { phone: "+573119998877", email: "nueva@mail.example" };
    expect(await edit(bruno, customer, changed)).toMatchObject({ ok: true, unverified: ["phone", "email"] });
    expect(await rowOf(customer.id)).toMatchObject({ ...changed, isPhoneVerified: false, isEmailVerified: false });
    expect((await lastOf(customer.code))?.details).toEqual({ fields: ["phone", "phone_verified", "email", "email_verified"] });
    const outcome = await edit(bruno, customer, { isPhoneVerified: true });
    expect(outcome).not.toHaveProperty("unverified");
    expect(await rowOf(customer.id)).toMatchObject({ isPhoneVerified: true, isEmailVerified: false });
  });

  test("over another's that took the verification away does not bring it back with a new value", async () => {
    const customer = await addKnown();
    await edit(sofia, customer, { isPhoneVerified: false });
    await edit(bruno, customer, { phone: "+573119998877", isPhoneVerified: true });
    expect(await rowOf(customer.id)).toMatchObject({ phone: "+573119998877", isPhoneVerified: false });
  });

  test("that fills in what was missing keeps the box, for it came unticked", async () => {
    const customer = await addKnown({ phone: null, isPhoneVerified: false });
    expect(await edit(bruno, customer, { phone: known.phone, isPhoneVerified: true })).not.toHaveProperty("unverified");
    expect(await rowOf(customer.id)).toMatchObject({ phone: known.phone, isPhoneVerified: true });
  });

  test("cannot be read again once the customer's key is gone", async () => {
    const customer = await addKnown();
    await edit(bruno, customer, { email: "nueva@mail.example" });
    await db.transaction((tx) => destroyKey(tx, customer.id));
    const entry = await lastOf(customer.code);
    expect((await unsealer(db, customer.id))(entry?.sealed ?? Buffer.of())).toBeUndefined();
  });

  test("of nothing is refused", async () => {
    expect(await edit(bruno, await addKnown(), {})).toEqual({ ok: false, refusals: [{ rule: "nothing_edited" }] });
  });

  test("acts once for its key, and says the same again; another form under the key is refused", async () => {
    const customer = await addKnown();
    const key = randomUUID();
    const before = await findDetails(db, customer.id);
    const said = { code: customer.code, version: versionOf(before), typed: typedFrom({ ...before, address: "Carrera 7" }) };
    const first = await editPerson(bruno, said, key);
    expect(await editPerson(bruno, said, key)).toEqual(first);
    expect(await db.$count(history, eq(history.record, customer.code))).toBe(1);
    const other = { ...said, typed: typedFrom({ ...before, address: "Carrera 8" }) };
    expect(await editPerson(bruno, other, key)).toEqual({ ok: false, refusals: [{ rule: "key_reused" }] });
    expect(await editPerson(sofia, said, key)).toEqual({ ok: false, refusals: [{ rule: "key_reused" }] });
    expect((await rowOf(customer.id))?.address).toBe("Carrera 7");
    const [kept] = await db.select().from(requests).where(eq(requests.key, key));
    expect(JSON.stringify(kept)).not.toMatch(/Carrera|mail\.example/);
  });

  test("of a page left open over another's edit is refused, naming them, and can be sent again", async () => {
    const customer = await addKnown();
    const before = await findDetails(db, customer.id);
    const said = { code: customer.code, version: versionOf(before), typed: typedFrom({ ...before, phone: "+573110000000" }) };
    await edit(sofia, customer, { email: "otra@mail.example" });
    expect(await editPerson(bruno, said, randomUUID())).toMatchObject({
      ok: false,
      refusals: [{ rule: "edited_by", values: { email: "sofia@demo.example", at: expect.any(String) } }],
    });
    expect(await rowOf(customer.id)).toMatchObject({ phone: known.phone, email: "otra@mail.example" });
  });

  test("twice at once: one is made, the other is told", async () => {
    const customer = await addKnown();
    const before = await findDetails(db, customer.id);
    const said = (lastName: string) => ({
      code: customer.code,
      version: versionOf(before),
      typed: typedFrom({ ...before, lastName }),
    });
    const outcomes = await Promise.all(
      ["Uno", "Dos", "Tres", "Cuatro"].map((name) => editPerson(bruno, said(name), randomUUID())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.$count(history, eq(history.record, customer.code))).toBe(1);
  });
});
