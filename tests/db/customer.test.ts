import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findCustomer } from "#db/read/customer";
import { type Actor, can, roles } from "#lib/domain/actor";
import { codeAlphabet, codeSpace, codeStep, isCode } from "#lib/domain/code";
import { add } from "#tests/db/lists";

const actorAs = (role: Actor["role"]): Actor => ({
  subject: "ana",
  email: "ana@demo.example",
  name: "Ana",
  role,
  ip: "10.0.0.7",
});
const maria = {
  firstName: "María José",
  lastName: "Ñungo",
  idType: "nit",
  nationalId: "900999888-7",
  phone: "+573001234567",
  email: "maria@mail.example",
  address: "Calle 1 # 2-3, Bogotá",
  isPhoneVerified: true,
} as const;

describe("a person", () => {
  const missing = ["personal_data_accepted", "account_activated", "email_verified"];
  let code = "";
  beforeAll(async () => {
    const [added] = await add({ ...maria, externalId: "E-1" });
    code = added?.code ?? "";
  });

  test("is found by ID with what was captured, and what is missing", async () => {
    expect(await findCustomer(actorAs("business"), code)).toMatchObject({
      ...maria,
      name: "María José Ñungo",
      externalId: "E-1",
      status: "unregistered",
      missing,
    });
  });

  test("nobody is found by an ID that is nobody's", async () => {
    expect(await findCustomer(actorAs("business"), "C-222222")).toBeUndefined();
  });

  test.each(roles.filter((role) => !can({ role }, "pii:read")))("shows nothing clear to the role %s", async (role) => {
    const found = await findCustomer(actorAs(role), code);
    const clear = ["María", "José", "Ñungo", "900999", "300123", "maria", "mail.example", "Calle", "Bogotá"];
    expect(clear.filter((part) => JSON.stringify(found).includes(part))).toEqual([]);
    expect(found).toMatchObject({
      name: "M••• J••• Ñ•••",
      nationalId: "•••88-7",
      phone: "•••4567",
      email: "m•••@•••",
      address: "•••",
      missing,
    });
  });
});

describe("a mask keeps what is missing missing, and hides what is odd", () => {
  test.each([
    [{}, { firstName: "", lastName: "", name: "", nationalId: null, phone: null, email: null, address: null }],
    [{ nationalId: "1234567" }, { nationalId: "•••" }],
    [{ nationalId: "12" }, { nationalId: "••" }],
    [{ nationalId: "12345678" }, { nationalId: "•••5678" }],
    [{ email: "a@b" }, { email: "a•••@•••" }],
    [{ email: "a\nb@c\nd" }, { email: "a•••@•••" }],
    [{ email: "no-at-sign" }, { email: expect.not.stringContaining("no-at-sign") }],
    [{ email: "@mail.example" }, { email: expect.not.stringContaining("mail.example") }],
    [
      { firstName: "Ana", lastName: "" },
      { name: "A•••", firstName: "A•••", lastName: "" },
    ],
    [{ firstName: "李小龙", lastName: "🦜x" }, { name: "李••• 🦜•••" }],
  ])("%j", async (captured, seen) => {
    const [added] = await add(captured);
    expect(await findCustomer(actorAs("customer"), added?.code ?? "")).toMatchObject(seen);
  });
});

describe("the database's own rules", () => {
  test.each([
    ["a phone that is not E.164", { phone: "300 123 4567" }],
    ["a phone with a line break", { phone: "+573001234567\n" }],
    ["a customer who never registered", { status: "enabled" }],
    ["an unknown ID type", { idType: "dni" as "cc" }],
    ["an unknown status", { status: "gone" as "deleted" }],
  ] as const)("refuse %s", async (_, captured) => {
    await expect(add(captured)).rejects.toThrow("Failed query");
  });

  test("refuse the same document twice, but not two people without one", async () => {
    await add({ idType: "cc", nationalId: "111" }, { idType: "ce", nationalId: "111" }, { idType: "cc" }, { idType: "cc" });
    await expect(add({ idType: "cc", nationalId: "111" })).rejects.toThrow("Failed query");
  });
});

test("100,000 numbers have as many codes, each of them an ID, the one that lib/domain/code.ts spells", async () => {
  const { rows } = await db.execute<{ code: string }>(
    sql`select record_code('C', number) as code from generate_series(1, 100000) as number order by number`,
  );
  const codes = rows.map(({ code }) => code);
  expect(new Set(codes).size).toBe(100_000);
  expect(codes.filter((code) => !isCode("customer", code))).toEqual([]);
  expect(codes).toEqual(codes.map((_, at) => codeOf(at + 1)));
});

test("the codes wrap round only when the whole space is used", async () => {
  const last = codeSpace - 1;
  const { rows } = await db.execute<{ code: string }>(
    sql`select record_code('C', number::bigint) as code from unnest(array[0, ${last}::bigint, ${codeSpace}::bigint]) as number`,
  );
  expect(rows.map(({ code }) => code)).toEqual([codeOf(0), codeOf(last), codeOf(0)]);
});

function codeOf(number: number): string {
  let spread = Number((BigInt(number) * BigInt(codeStep)) % BigInt(codeSpace));
  let text = "";
  for (let place = 0; place < 6; place++) {
    text = codeAlphabet.charAt(spread % codeAlphabet.length) + text;
    spread = Math.floor(spread / codeAlphabet.length);
  }
  return `C-${text}`;
}
