import { describe, expect, test } from "vitest";
import { admit, readRoleMap, roleOf } from "#app/claims";

const now = 1_800_000_000;
const demands = { acr: [], roleClaim: "cartera_role", roleMap: readRoleMap(undefined), nowSeconds: now };
const ana = { sub: "ana", iat: now, cartera_role: "business" };

describe("who may enter", () => {
  test("whoever has a role", () => expect(admit(ana, demands)).toEqual({ ok: true, role: "business" }));

  test.each([
    { ahead: 59, ok: true },
    { ahead: 61, ok: false },
  ])("a token issued $ahead s from now: $ok", ({ ahead, ok }) => {
    expect(admit({ ...ana, iat: now + ahead }, demands)).toEqual(ok ? { ok, role: "business" } : { ok, because: "clock" });
  });

  test.each([
    { acr: "phr", ok: true },
    { acr: "phrh", ok: true },
    { acr: "pwd", ok: false },
    { acr: undefined, ok: false },
  ])("signed in with $acr where phr or phrh is asked for: $ok", ({ acr, ok }) => {
    const admission = admit({ ...ana, acr }, { ...demands, acr: ["phr", "phrh"] });
    expect(admission).toEqual(ok ? { ok, role: "business" } : { ok, because: "weak" });
  });

  test.each([undefined, "", "root", [], ["a", "b"], { business: true }, 7])("nobody whose claim is %j", (cartera_role) => {
    expect(admit({ ...ana, cartera_role }, demands)).toEqual({ ok: false, because: "no_role" });
  });
});

describe("the role map", () => {
  const map = readRoleMap("cartera-admins=super_admin, execs=account_executive,dc=execs=business");

  test.each([
    ["cartera-admins", "super_admin"],
    ["execs", "account_executive"],
    ["dc=execs", "business"],
    [["staff", "execs"], "account_executive"],
    [["execs", "cartera-admins"], "super_admin"],
    ["super_admin", undefined],
    ["Execs", undefined],
  ])("%j is %s", (claim, role) => expect(roleOf(claim, map)).toBe(role));

  test.each(["execs", "execs=", "=business", "execs=boss", "a=business,", ""])("%j is no map", (text) => {
    expect(() => readRoleMap(text)).toThrow("OIDC_ROLE_MAP");
  });
});
