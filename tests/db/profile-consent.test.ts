import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { customers } from "#db/schema/customer";
import { recordActivation, recordConsent, withdrawConsent } from "#db/write/consent";
import { actionsOf, entriesOf, refusedBy } from "#tests/db/entries";
import { addCustomer, andres, bruno, carla, sofia } from "#tests/db/portfolio";

describe("consents and activation", () => {
  const almost = {
    status: "unregistered",
    idType: "cc",
    phone: "+573105554433",
    email: "ana@mail.example",
    isPhoneVerified: true,
    isEmailVerified: true,
  } as const;

  test("recorded one after the other complete a registration", async () => {
    const { id, code } = await addCustomer({ ...almost, nationalId: "52000001" });
    expect(await recordConsent(bruno, { code, consent: "data" }, randomUUID())).toMatchObject({
      ok: true,
      status: "unregistered",
    });
    expect(await recordActivation(bruno, { code }, randomUUID())).toMatchObject({ ok: true, status: "enabled" });
    const [row] = await db.select().from(customers).where(eq(customers.id, id));
    expect(row).toMatchObject({
      dataAcceptedAt: expect.any(String),
      activatedAt: expect.any(String),
      registeredAt: expect.any(String),
    });
    expect(await actionsOf(code)).toEqual(["consent.recorded", "registration.activated", "customer.register"]);
  });

  test("are recorded once; only the commercial one is withdrawn", async () => {
    const { id, code } = await addCustomer();
    const commercial = { code, consent: "commercial" } as const;
    expect(await withdrawConsent(bruno, { code }, randomUUID())).toEqual(refusedBy("consent_not_given"));
    expect(await recordConsent(bruno, commercial, randomUUID())).toMatchObject({ ok: true });
    expect(await recordConsent(bruno, commercial, randomUUID())).toEqual(refusedBy("consent_given"));
    expect(await withdrawConsent(bruno, { code }, randomUUID())).toMatchObject({ ok: true });
    const [row] = await db.select().from(customers).where(eq(customers.id, id));
    expect(row?.commercialAcceptedAt).toBeNull();
    expect((await entriesOf(code)).map(({ action, details }) => [action, details])).toEqual([
      ["consent.recorded", { consent: "commercial" }],
      ["consent.withdrawn", { consent: "commercial" }],
    ]);
  });

  test("an account is activated once", async () => {
    const { code } = await addCustomer({ ...almost, nationalId: "52000002" });
    await recordActivation(bruno, { code }, randomUUID());
    expect(await recordActivation(sofia, { code }, randomUUID())).toEqual(refusedBy("activated_already"));
  });

  test.each([carla, andres])("are not $role's to record", async (actor) => {
    const { code } = await addCustomer({ ...almost, nationalId: `5200001${actor.role.length}` });
    expect(await recordActivation(actor, { code }, randomUUID())).toEqual(refusedBy("permission"));
    expect(await recordConsent(actor, { code, consent: "data" }, randomUUID())).toEqual(refusedBy("permission"));
    expect(await withdrawConsent(actor, { code }, randomUUID())).toEqual(refusedBy("permission"));
    expect(new Set(await actionsOf(code))).toEqual(new Set(["permission.refused"]));
  });
});
