import { expect, test } from "vitest";
import { entities, machines } from "#lib/domain/machines";
import { annexAddress, eventsNaming, settingAddress } from "#lib/settings/annex";
import { settingNames } from "#lib/settings/field";

test("a setting knows the events that go by it", () => {
  expect(eventsNaming("block_after_days")).toEqual(["customer.block", "customer.unblock"]);
  expect(eventsNaming("confirm_limit")).toEqual(["pre_loan.confirm"]);
  expect(eventsNaming("suspend_grace_days")).toEqual(["account.suspend"]);
  expect(eventsNaming("currency")).toEqual([]);
});

test("each of them is an event of a machine, and has its place in the annex", () => {
  const known = entities.flatMap((entity) => Object.keys(machines[entity].events).map((event) => `${entity}.${event}`));
  expect(known).toEqual(expect.arrayContaining(settingNames.flatMap(eventsNaming)));
  expect(annexAddress("pre_loan.confirm")).toBe("/statuses#pre_loan-confirm");
});

test("a name of the annex leads to its setting, where it is one", () => {
  expect(settingAddress("disable_after_days")).toBe("/settings#setting-disable_after_days");
  expect(settingAddress("registered_at")).toBeUndefined();
});
