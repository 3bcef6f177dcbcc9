import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const debianChromium = "/usr/bin/chromium";
// On a closed network the browser would try its own hosts at every start; as root it has no sandbox.
const calm = ["gpu", "quic", "background-networking", "component-update", "sync"].map((each) => `--disable-${each}`);
const args = ["--no-first-run", ...calm, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];

// These compare a list with all that there is, of which the others add some all the time.
const still = /\/(download|filters|lists|masking|search|section-lists)\.spec\.ts$/;
const isWhole = !process.argv.some((each) => each.endsWith(".spec.ts"));

export default defineConfig({
  testDir: "../e2e",
  globalSetup: "../e2e/start-app.ts",
  outputDir: "../../.data/test-browser-failures",
  fullyParallel: true,
  projects: [
    { name: "still", testMatch: still },
    { name: "moving", testIgnore: still, dependencies: isWhole ? ["still"] : [] },
  ],
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env["E2E_URL"],
    locale: "en-US",
    // Not the project's: its days and moments must not be the browser's.
    timezoneId: "Asia/Tokyo",
    screenshot: "only-on-failure",
    launchOptions: { args, ...(existsSync(debianChromium) && { executablePath: debianChromium }) },
  },
});
