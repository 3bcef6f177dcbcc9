import { test as base, signIn } from "#tests/e2e/app";
import { type SecondApp, startSecondApp } from "#tests/e2e/second-app";

/** A test, signed in, of an app and a database of its own, which is empty at first. */
export const test = base.extend<{ second: SecondApp }>({
  // To start it is not what a test has its time for.
  second: [
    async ({}, use) => {
      const second = await startSecondApp(await signIn("super-admin-2"));
      await use(second);
      await second.stop();
    },
    { timeout: 120_000 },
  ],
  baseURL: async ({ second }, use) => use(second.url),
  storageState: async ({ second }, use) => use(second.state),
});
