import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "#db/client";
import { listNotes } from "#db/read/profile/notes";
import { findWritten } from "#db/read/written";
import { notes } from "#db/schema/note";
import { addNote } from "#db/write/note";
import { revealable, revealPerson } from "#db/write/reveal";
import { destroyKey } from "#db/write/seal";
import { actionsOf, entriesOf, refusedBy } from "#tests/db/entries";
import { addCustomer, andres, bruno, carla, sofia } from "#tests/db/portfolio";

describe("a note", () => {
  test("is kept under the customer's key, and gone with it", async () => {
    const { id, code } = await addCustomer();
    expect(await addNote(carla, { code, words: "Llamar a la 310 555 4433" }, randomUUID())).toMatchObject({ ok: true, done: [] });
    const [row] = await db.select().from(notes).where(eq(notes.customerId, id));
    expect(row?.words.toString("latin1")).not.toContain("310 555");
    expect((await listNotes(bruno, id, 20))?.rows).toMatchObject([{ email: carla.email, words: "Llamar a la 310 555 4433" }]);
    expect(await entriesOf(code)).toMatchObject([{ action: "note.added", details: {}, sealed: null, customer: code }]);
    await db.transaction((tx) => destroyKey(tx, id));
    expect((await listNotes(bruno, id, 20))?.rows).toEqual([]);
  });

  test("sent twice is there once, and says the same", async () => {
    const { id, code } = await addCustomer();
    const key = randomUUID();
    const send = () => addNote(bruno, { code, words: "Una sola vez" }, key);
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await listNotes(bruno, id, 20))?.total).toBe(1);
    expect(await addNote(bruno, { code, words: "Otra" }, key)).toEqual(refusedBy("key_reused"));
    expect(await findWritten(bruno, key)).toEqual({ did: "note.added", done: [] });
    expect(await findWritten(sofia, key)).toBeUndefined();
  });

  test("is neither read nor written by a role that may not", async () => {
    const { id, code } = await addCustomer();
    expect(await addNote(andres, { code, words: "No" }, randomUUID())).toEqual(refusedBy("permission"));
    expect(await listNotes(andres, id, 20)).toBeUndefined();
  });

  test.each([
    ["", "note_missing"],
    ["x".repeat(2001), "note_too_long"],
  ])("of nothing or of too much is refused", async (words, rule) => {
    const { code } = await addCustomer();
    expect(await addNote(bruno, { code, words }, randomUUID())).toEqual(refusedBy(rule));
    expect(await actionsOf(code)).toEqual([]);
  });

  test("on a deleted customer is refused", async () => {
    const { code } = await addCustomer({ status: "deleted" });
    expect(await addNote(bruno, { code, words: "Tarde" }, randomUUID())).toEqual(refusedBy("deleted"));
  });
});

describe("a reveal", () => {
  const person = { phone: "+573105554433", email: "ana@mail.example", address: "Calle 1" };

  test("shows the fields asked for, and the history keeps which, never what", async () => {
    const { code } = await addCustomer(person);
    expect(await revealPerson(carla, { code, fields: ["phone"] }, randomUUID())).toEqual({
      ok: true,
      revealed: { phone: person.phone },
    });
    const all = await revealPerson(carla, { code, fields: revealable }, randomUUID());
    expect(all).toEqual({ ok: true, revealed: { first_name: "Ana", last_name: "Ríos", national_id: "", ...person } });
    const entries = await entriesOf(code);
    expect(entries).toMatchObject([
      { action: "person.revealed", subject: "carla", details: { fields: ["phone"] } },
      { action: "person.revealed", details: { fields: [...revealable] } },
    ]);
    expect(JSON.stringify(entries.map(({ details, sealed }) => [details, sealed]))).not.toMatch(/3105554433|mail\.example|Calle/);
  });

  test("is for one answer: the same form shows no more, and is not another reveal", async () => {
    const { code } = await addCustomer(person);
    const key = randomUUID();
    await revealPerson(carla, { code, fields: ["phone"] }, key);
    expect(await revealPerson(carla, { code, fields: ["phone"] }, key)).toEqual(refusedBy("shown_once"));
    expect(await actionsOf(code)).toEqual(["person.revealed"]);
  });

  test("is refused to who has none to ask for", async () => {
    const { code } = await addCustomer(person);
    expect(await revealPerson(andres, { code, fields: ["phone"] }, randomUUID())).toEqual(refusedBy("permission"));
    expect(await actionsOf(code)).toEqual(["permission.refused"]);
  });
});
