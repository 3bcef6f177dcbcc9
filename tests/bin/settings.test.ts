import { expect, test } from "vitest";
import { requireSettings, settingsOf } from "#bin/settings";

const environment = (variables: Record<string, string>) => ({ NODE_ENV: "test", ...variables }) as const;
const settings = (variables: Record<string, string>, ...flags: string[]) => settingsOf(environment(variables), flags);

const provider = { OIDC_ISSUER: "https://id.example", OIDC_CLIENT_ID: "cartera", OIDC_CLIENT_SECRET: "x" };

test("with nothing set it is a demonstration on this machine", () => {
  expect(settings({})).toEqual({
    host: "127.0.0.1",
    port: 3000,
    url: "http://127.0.0.1:3000",
    isDev: false,
    isDemo: true,
    demoCustomers: 5000,
    closeDayAt: undefined,
  });
});

test("a demonstration listens on loopback, whatever is asked for", () => {
  expect(settings({ HOST: "0.0.0.0", CARTERA_URL: "https://cartera.example" })).toMatchObject({
    host: "127.0.0.1",
    url: "http://127.0.0.1:3000",
  });
});

test.each([
  "postgres://cartera@db.example/cartera",
  "postgres://cartera@10.0.0.7:5432/cartera",
  "postgres://cartera@127.0.0.1/cartera?host=db.example",
  "postgres://cartera@127.0.0.1.example/cartera",
])("a demonstration refuses a database elsewhere: %s", (DATABASE_URL) => {
  expect(() => settings({ DATABASE_URL })).toThrow("takes a database of this machine only");
});

test.each([
  "postgres://cartera@127.0.0.1:5432/cartera",
  "postgres://cartera@localhost/cartera",
  "postgres://cartera@[::1]/cartera",
])("a demonstration takes a database of this machine: %s", (DATABASE_URL) => {
  expect(settings({ DATABASE_URL }).isDemo).toBe(true);
});

test("with a provider of one's own the address and any database are taken", () => {
  const own = { ...provider, DATABASE_URL: "postgres://cartera@db.example/cartera", CARTERA_URL: "https://cartera.example" };
  expect(settings({ ...own, HOST: "0.0.0.0" })).toMatchObject({ isDemo: false, host: "0.0.0.0", url: "https://cartera.example" });
});

test("half a provider is refused by name", () => {
  expect(() => settings({ OIDC_ISSUER: "https://id.example" })).toThrow("OIDC_CLIENT_ID, OIDC_CLIENT_SECRET");
});

test.each([{ PORT: "http" }, { PORT: "0" }, { PORT: "65536" }, { DEMO_CUSTOMERS: "-1" }, { DEMO_CUSTOMERS: "1e3" }])(
  "a number that is none is refused: %o",
  (variables) => {
    expect(() => settings(variables)).toThrow(Object.keys(variables)[0]);
  },
);

test.each(["24:00", "7:30", "18:60", "18.30", "noon", "18:30:00"])(
  "a time of day that is none is refused: %s",
  (CLOSE_DAY_AT) => {
    expect(() => settings({ CLOSE_DAY_AT })).toThrow("takes a time of day from 00:00 to 23:59");
  },
);

test("a time of day is taken, and nothing set is no time", () => {
  expect(settings({ CLOSE_DAY_AT: "18:30" }).closeDayAt).toBe("18:30");
  expect(settings({ CLOSE_DAY_AT: "" }).closeDayAt).toBeUndefined();
});

test("no demo customers is a choice", () => {
  expect(settings({ DEMO_CUSTOMERS: "0" }).demoCustomers).toBe(0);
});

test("what production needs and has not is named", () => {
  expect(() => requireSettings(environment({ DATABASE_URL: "postgres://x/y" }), ["DATABASE_URL", "CARTERA_URL"])).toThrow(
    "Not set in the environment: CARTERA_URL.",
  );
});
