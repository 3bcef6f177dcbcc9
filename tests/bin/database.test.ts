import { afterEach, expect, test, vi } from "vitest";
import { openDatabase } from "#bin/database";

const appUrl = "postgres://cartera_app@db.example/cartera";
const ownerUrl = "postgres://cartera@db.example/cartera";

afterEach(() => vi.unstubAllEnvs());

function given(DATABASE_URL: string, DATABASE_OWNER_URL: string) {
  vi.stubEnv("DATABASE_URL", DATABASE_URL);
  vi.stubEnv("DATABASE_OWNER_URL", DATABASE_OWNER_URL);
}

test("who migrates and seeds is the owner, and the app is who it is", async () => {
  given(appUrl, ownerUrl);
  expect(await openDatabase()).toMatchObject({ url: ownerUrl, appUrl, isEmbedded: false });
  expect(process.env["DATABASE_URL"]).toBe(ownerUrl);
});

test("one address is for both", async () => {
  given(appUrl, "");
  expect(await openDatabase()).toMatchObject({ url: appUrl, appUrl });
});

test("an owner without an app is refused", async () => {
  given("", ownerUrl);
  await expect(openDatabase()).rejects.toThrow("not DATABASE_URL");
});
