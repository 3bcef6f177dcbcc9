import { test as base, signIn } from "#tests/e2e/app";
import { type SecondApp, startSecondApp } from "#tests/e2e/second-app";

/** A test, signed in, of an app and a database of its own, which is empty at first. */
export const test = base.extend<{ second: SecondApp }>({
  second: async ({}, use) => {
    const second = await startSecondApp(await signIn("super-admin-2"));
    await use(second);
    await second.stop();
  },
  baseURL: async ({ second }, use) => use(second.url),
  storageState: async ({ second }, use) => use(second.state),
});
