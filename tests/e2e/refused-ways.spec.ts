import type { Pool } from "pg";
import { expect, type Operator, test } from "#tests/e2e/app";
import { expectAccessible } from "#tests/e2e/look";
import { addCredit, addCustomer, willing } from "#tests/e2e/portfolio";

const consents = ["Mark account activated", "Record acceptance of data saving", "Record acceptance of commercial use"];
const onPerson = ["Edit", ...consents, "Record violation", "Resolve"];
const onProfile = ["+ Create credit", "Open account", "Record promise", ...onPerson];
const onCredit = ["Register payment", "Record promise", "Refinance it by a new credit"];

/** The card desk's, and the catalogue's. */
async function desks(database: Pool) {
  const [account, card, product] = [
    await willing.account(database, "active"),
    await willing.card(database, "active"),
    await willing.product(database, "enabled"),
  ];
  const offer = await willing.offer(database, "enabled");
  return {
    card: [
      [`/accounts/${account.code}`, ["Refund credit balance"]],
      [`/accounts/${account.code}?tab=cards`, ["Issue card"]],
      [`/cards/${card.code}`, ["Issue replacement"]],
    ],
    catalogue: [
      ["/products", ["New product"]],
      [`/products/${product.code}`, ["Edit", "Add offer"]],
      [`/offers/${offer.code}?tab=charges`, ["Edit", "Remove this offer"]],
    ],
  } as const;
}

for (const [operator, desk, who] of [
  ["account-executive", "card", "Super Admin or Business account"],
  ["customer-account", "card", "Super Admin or Business account"],
  ["business-account", "catalogue", "Super Admin or Account Executive"],
  ["customer-account", "catalogue", "Super Admin or Account Executive"],
] as const)
  test.describe(`${operator} at the ${desk} desk`, () => {
    test.use({ operator });

    test("what is not theirs is there, and says whose it is", async ({ page, database }) => {
      for (const [address, ways] of (await desks(database))[desk]) {
        await page.goto(address);
        for (const name of ways)
          await expect(page.getByRole("button", { name, exact: true })).toHaveAccessibleDescription(
            `Your role may not do this; who may: ${who}.`,
          );
      }
    });
  });

test("what nobody can do at the desks now says why", async ({ page, database }) => {
  const account = await willing.account(database, "canceled");
  const card = await willing.card(database, "canceled");
  const replaced = await willing.card(database, "lost");
  const heir = await database.query(
    `insert into cards (account_id, kind, last_four, replaces_id) select account_id, kind, '4243', id from cards where code = $1
     returning code`,
    [replaced.code],
  );
  const product = await willing.product(database, "inactive");
  for (const [address, name, because] of [
    [`/accounts/${account.code}`, "Refund credit balance", "The account has no credit balance."],
    [`/accounts/${account.code}?tab=cards`, "Issue card", "The account is canceled; no card can be issued on it."],
    [`/cards/${card.code}`, "Issue replacement", "This card is canceled; issue a new one on its account instead."],
    [`/products/${product.code}`, "Edit", "The product is inactive: nothing of it changes until a Super Admin reactivates it."],
    [
      `/products/${product.code}`,
      "Add offer",
      "The product is inactive: nothing of it changes until a Super Admin reactivates it.",
    ],
    [`/cards/${replaced.code}`, "Issue replacement", `Card ${heir.rows[0].code} has taken the place of this one already.`],
  ] as const) {
    await page.goto(address);
    await expect(page.getByRole("button", { name, exact: true })).toHaveAccessibleDescription(because);
  }
  await expectAccessible(page);
});

test.describe("customer-account", () => {
  test.use({ operator: "customer-account" });

  test("is told on a list whose its file is", async ({ page }) => {
    await page.goto("/products");
    for (const [name, who] of [
      ["Download", /who may: Super Admin, Account Executive, or Business account\.$/],
      ["New product", /who may: Super Admin or Account Executive\.$/],
    ] as const)
      await expect(page.getByRole("button", { name, exact: true })).toHaveAccessibleDescription(who);
    await expectAccessible(page);
  });
});

test.describe("account-executive", () => {
  test.use({ operator: "account-executive" });

  test("sees that a flag is not theirs to resolve", async ({ page, database }) => {
    const { id, code } = await addCredit(database);
    await database.query("insert into settlement_flags (credit_id, kind, seen) values ($1, 'no_authorization', '{}')", [id]);
    await page.goto(`/credits/${code}`);
    await expect(page.getByRole("button", { name: "Resolve" })).toHaveAccessibleDescription(/Super Admin or Business account/);
  });

  test("may not write a note, and is told who may", async ({ page, database }) => {
    const { code } = await addCustomer(database);
    await page.goto(`/customers/${code}`);
    await expect(page.getByRole("button", { name: "Add note" })).toHaveAccessibleDescription(
      "Your role may not do this; who may: Super Admin, Business account, or Customer account.",
    );
  });
});

for (const operator of ["account-executive", "customer-account"] satisfies Operator[])
  test.describe(operator, () => {
    test.use({ operator });

    test("what is not theirs is there, and says whose it is", async ({ page, database }) => {
      const credit = await addCredit(database);
      const { id, code } = await addCustomer(database, { status: "enabled" });
      const pre = await addCustomer(database, { status: "unregistered", registered_at: null });
      for (const each of [id, pre.id]) await addViolation(database, each);
      for (const [address, ways] of [
        [`/customers/${code}`, onProfile],
        [`/pre-customers/${pre.code}`, onPerson],
        [`/credits/${credit.code}`, onCredit],
      ] as const) {
        await page.goto(address);
        for (const name of ways) {
          const way = page.getByRole("button", { name, exact: true });
          await expect(way).toHaveAttribute("aria-disabled", "true");
          await expect(way).toHaveAccessibleDescription("Your role may not do this; who may: Super Admin or Business account.");
        }
      }
    });
  });

test("a credit that is not active cannot be refinanced, and says so", async ({ page, database }) => {
  const { code } = await addCredit(database, { status: "paid", outstanding_minor: 0 });
  await page.goto(`/credits/${code}`);
  const way = page.getByRole("button", { name: "Refinance it by a new credit" });
  await expect(way).toHaveAttribute("aria-disabled", "true");
  await expect(way).toHaveAccessibleDescription("The credit is not active: only an active one is refinanced.");
});

test("nor can an active one of a customer who may not borrow", async ({ page, database }) => {
  const credit = await addCredit(database);
  const blocked = await addCustomer(database, { status: "blocked" });
  await database.query("UPDATE credits SET customer_id = $1 WHERE id = $2", [blocked.id, credit.id]);
  await page.goto(`/credits/${credit.code}`);
  await expect(page.getByRole("button", { name: "Refinance it by a new credit" })).toHaveAccessibleDescription(
    /^The customer is in the status “Blocked”; only an enabled one may borrow/,
  );
});

test("what nobody can do with a customer now says why", async ({ page, database }) => {
  const { code } = await addCustomer(database, { status: "disabled" });
  await page.goto(`/customers/${code}`);
  for (const [name, because] of [
    ["Open account", "The customer is in the status “Disabled”; only for an enabled one can an account be opened."],
    ["Record promise", "This customer has no credit or account that a promise could be of."],
  ] as const) {
    const way = page.getByRole("button", { name, exact: true });
    await way.focus();
    await expect(way).toBeFocused();
    await expect(way).toHaveAttribute("aria-disabled", "true");
    await expect(way).toHaveAccessibleDescription(because);
  }
  await expectAccessible(page);
});

const addViolation = (database: Pool, customer: string) =>
  database.query(
    "INSERT INTO violations (customer_id, rule, is_fraud, recorded_email) VALUES ($1, 'other', false, 'x@demo.example')",
    [customer],
  );
