import { randomUUID } from "node:crypto";
import { desc, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { db } from "#db/client";
import { findRules } from "#db/read/rules";
import { findLastSaved, findSettings, listRuleVersions } from "#db/read/settings";
import { history } from "#db/schema/history";
import { saveSettings } from "#db/write/settings";
import type { Settings } from "#lib/settings/typed";
import { addCredit, addCustomer, bruno, clara, sofia } from "#tests/db/portfolio";

let now: Awaited<ReturnType<typeof findSettings>>;
beforeEach(async () => {
  now = await findSettings();
});

const withRules = (rules: Partial<Settings["rules"]>): Settings => ({
  ...now.settings,
  rules: { ...now.settings.rules, ...rules },
});
const withProject = (project: Partial<Settings["project"]>): Settings => ({
  ...now.settings,
  project: { ...now.settings.project, ...project },
});
const deeds = () => db.select().from(history).orderBy(desc(history.id));

describe("saving", () => {
  test("rules makes a version, which is in force, and tells the history what was and is", async () => {
    const saved = await saveSettings(
      sofia,
      withRules({ disableAfterDays: 7, confirmLimitMinor: 2_500_000_50n }),
      now.state,
      randomUUID(),
    );
    expect(saved).toEqual({ ok: true, version: now.version + 1 });
    expect(await findRules(db)).toMatchObject({
      version: now.version + 1,
      rules: { disableAfterDays: 7, confirmLimitMinor: 2_500_000_50n },
    });
    const [last] = await deeds();
    const details = { version: now.version + 1, disable_after_days: ["1", "7"], confirm_limit: ["", "2500000.50"] };
    expect(last).toMatchObject({ email: sofia.email, action: "rules.changed", module: "settings", details });
    const [version] = await listRuleVersions();
    expect(version).toMatchObject({
      version: now.version + 1,
      email: sofia.email,
      before: { disableAfterDays: 1 },
      rules: { disableAfterDays: 7 },
    });
    expect(await findLastSaved()).toMatchObject({ email: sofia.email });
  });

  test("the project makes no version of the rules", async () => {
    const key = randomUUID();
    expect(await saveSettings(sofia, withProject({ name: "Valle", timeZone: "America/Lima" }), now.state, key)).toEqual({
      ok: true,
      version: null,
    });
    expect(await findSettings()).toMatchObject({
      version: now.version,
      settings: { project: { name: "Valle", timeZone: "America/Lima" } },
    });
    expect((await deeds())[0]).toMatchObject({ action: "project.changed", details: { name: ["Cartera", "Valle"] } });
  });

  test("what is in force already changes nothing and tells nothing", async () => {
    const before = await db.$count(history);
    expect(await saveSettings(sofia, now.settings, now.state, randomUUID())).toEqual({ ok: true, version: null });
    expect(await db.$count(history)).toBe(before);
  });

  test("the same form twice acts once; another under its key not at all", async () => {
    const key = randomUUID();
    const first = await saveSettings(sofia, withRules({ approvalDays: 9 }), now.state, key);
    expect(await saveSettings(sofia, withRules({ approvalDays: 9 }), now.state, key)).toEqual(first);
    for (const [actor, days] of [
      [sofia, 10],
      [clara, 9],
    ] as const)
      expect(await saveSettings(actor, withRules({ approvalDays: days }), now.state, key)).toEqual({
        ok: false,
        kind: "key_reused",
      });
    expect((await findRules(db)).version).toBe(now.version + 1);
  });

  test("is refused to a role that may not, and leaves its trace", async () => {
    expect(await saveSettings(bruno, withRules({ approvalDays: 9 }), now.state, randomUUID())).toEqual({
      ok: false,
      kind: "permission",
    });
    const refused = {
      email: bruno.email,
      action: "permission.refused",
      module: "settings",
      details: { permission: "rules:edit" },
    };
    expect((await deeds())[0]).toMatchObject(refused);
    expect((await findSettings()).state).toBe(now.state);
  });

  test("of many at once one wins, the others are told", async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        saveSettings(at % 2 ? sofia : clara, withRules({ daysToClosePending: 20 + at }), now.state, randomUUID()),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) if (!answer.ok) expect(answer).toEqual({ ok: false, kind: "overtaken" });
    expect((await findRules(db)).version).toBe(now.version + 1);
  });

  test("the project changed by one overtakes the rules of another", async () => {
    await saveSettings(clara, withProject({ country: "PE" }), now.state, randomUUID());
    expect(await saveSettings(sofia, withRules({ approvalDays: 2 }), now.state, randomUUID())).toEqual({
      ok: false,
      kind: "overtaken",
    });
  });
});

describe("what cannot be, as things are", () => {
  test("a time zone that the database does not know", async () => {
    const fault = { name: "time_zone", word: "wrong_time_zone" };
    expect(await saveSettings(sofia, withProject({ timeZone: "Mars/Olympus" }), now.state, randomUUID())).toEqual({
      ok: false,
      kind: "fault",
      fault,
    });
  });

  test("another currency, once there are credits", async () => {
    expect(await saveSettings(sofia, withProject({ currency: "PEN" }), now.state, randomUUID())).toMatchObject({ ok: true });
    await addCredit((await addCustomer()).id);
    now = await findSettings();
    expect(now.hasCredits).toBe(true);
    const fault = { name: "currency", word: "wrong_currency" };
    expect(await saveSettings(sofia, withProject({ currency: "COP" }), now.state, randomUUID())).toEqual({
      ok: false,
      kind: "fault",
      fault,
    });
    const { rows } = await db.execute(sql`select currency from projects`);
    expect(rows).toEqual([{ currency: "PEN" }]);
  });
});
