import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { move } from "#db/move";
import type { Asker } from "#db/move/asker";
import { closeSession, findSession, openSession } from "#db/write/session";
import { addCustomer, andres, bruno, statusOf } from "#tests/db/portfolio";

/** Whoever a session is of, as a form's action finds it out. */
const sessionOf =
  (id: string): Asker =>
  async (within) => {
    const operator = await findSession(within, id);
    if (operator === undefined) throw new Error("signed out");
    return { ...operator, ip: "10.0.0.9" };
  };

const disable = (asker: Asker, code: string) =>
  move(asker, { entity: "customer", code, event: "disable", moves: 0, reason: "holder_request" }, randomUUID());

test("a record is moved for whoever is found out within the transaction", async () => {
  const { code } = await addCustomer();
  const id = await openSession(bruno, "token");
  expect(await disable(sessionOf(id), code)).toMatchObject({ ok: true });
  expect(await statusOf("customer", code)).toBe("disabled");
});

test("for nobody it is not moved, nor kept from those who come after", async () => {
  const { code } = await addCustomer();
  const id = await openSession(bruno, "token");
  await closeSession(id, bruno.ip);
  await expect(disable(sessionOf(id), code)).rejects.toThrow("signed out");
  expect(await statusOf("customer", code)).toBe("enabled");
  expect(await disable(bruno, code)).toMatchObject({ ok: true });
});

test("who was found out may too little, which is told and kept as of anybody", async () => {
  const { code } = await addCustomer();
  const id = await openSession(andres, "token");
  expect(await disable(sessionOf(id), code)).toMatchObject({ ok: false, refusals: [{ rule: "permission" }] });
});
