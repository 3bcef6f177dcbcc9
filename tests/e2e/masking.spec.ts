import type { Pool } from "pg";
import { expect, type Operator, test } from "#tests/e2e/app";
import { customers, preCustomers } from "#tests/e2e/people-lists";

type Personal = { code: string; values: string[] };
const masked: readonly Operator[] = ["account-executive", "customer-account"];

for (const operator of masked) {
  test.describe(operator, () => {
    test.use({ operator });

    for (const { address, where } of [preCustomers, customers]) {
      test(`sees no personal data in ${address}, its data for the browser and its records`, async ({ request, database }) => {
        const people = await peopleOf(database, where);
        const html = await (await request.get(address)).text();
        const flight = await (await request.get(`${address}?_rsc`, { headers: { rsc: "1" } })).text();
        expect(people.length).toBe(50);
        for (const { code, values } of people) {
          for (const text of [html, flight]) {
            expect(text).toContain(code);
            for (const value of values) expect(text).not.toContain(value);
          }
        }
        for (const { code, values } of people.slice(0, 5)) {
          const record = await (await request.get(`${address}/${code}`)).text();
          expect(record).toContain(code);
          for (const value of values) expect(record).not.toContain(value);
        }
      });

      test(`finds by a whole value in ${address}, never by a part that could be guessed from`, async ({
        request,
        post,
        database,
      }) => {
        const { rows } = await database.query<{ code: string; email: string }>(
          `select code, email from customers where ${where} and email is not null order by code limit 1`,
        );
        const { code = "", email = "" } = rows[0] ?? {};
        const found = async (text: string) =>
          (await request.get((await post(`${address}/search`, [["text", text]])).headers()["location"] ?? "")).text();
        expect(await found(email)).toContain(`${address}/${code}`);
        for (const part of [email.slice(0, -1), email.slice(1), email.split("@")[0] ?? ""])
          expect(await found(part)).not.toContain(`${address}/${code}`);
      });
    }
  });
}

test.describe("account-executive", () => {
  test.use({ operator: "account-executive" });
  for (const { address, where } of [preCustomers, customers]) {
    test(`downloads ${address} masked`, async ({ request, database }) => {
      const file = await (await request.get(`${address}/export`)).text();
      const { rows } = await database.query<{ people: number }>(`select count(*)::int as people from customers where ${where}`);
      expect(file.trim().split("\n").length).toBe((rows[0]?.people ?? 0) + 1);
      for (const { values } of await peopleOf(database, where)) for (const value of values) expect(file).not.toContain(value);
    });
  }
});

test("who may see personal data sees it", async ({ request, database }) => {
  const html = await (await request.get("/customers")).text();
  for (const { values } of await peopleOf(database, customers.where))
    expect(values.some((value) => html.includes(value))).toBe(true);
});

/** Those on the first page of a list, with what of theirs must not be seen. */
async function peopleOf(database: Pool, where: string): Promise<Personal[]> {
  const { rows } = await database.query<Personal>(
    `select code, array_remove(array[nullif(name, ''), nullif(last_name, ''), phone, email, national_id, address], null) as values
     from customers where ${where} order by onboarded_at desc, id desc limit 50`,
  );
  return rows.map(({ code, values }) => ({ code, values: values.filter((value) => value.length > 4) }));
}
