import { expect, test } from "vitest";
import { percent } from "#lib/amount/percent";

test.each([
  ["23.9000", "23.9\u00a0%", "23,9\u00a0%"],
  ["24.0000", "24\u00a0%", "24\u00a0%"],
  ["20", "20\u00a0%", "20\u00a0%"],
  ["0.0000", "0\u00a0%", "0\u00a0%"],
  ["28.5125", "28.5125\u00a0%", "28,5125\u00a0%"],
  ["100.0000", "100\u00a0%", "100\u00a0%"],
])("%s is written to its last digit, and no further", (rate, en, es) => {
  expect([percent(rate, "en"), percent(rate, "es")]).toEqual([en, es]);
});
