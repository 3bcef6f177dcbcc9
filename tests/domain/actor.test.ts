import { expect, test } from "vitest";
import { can, type Permission, permissions, type Role, roles } from "#lib/domain/actor";

/** The table of spec/screens.md, by hand: a change of the matrix must be meant twice. */
const granted: Record<Permission, readonly Role[]> = {
  "record:read": ["super_admin", "account_executive", "business", "customer"],
  "pii:read": ["super_admin", "business"],
  "list:download": ["super_admin", "account_executive", "business"],
  "import:run": ["super_admin", "business"],
  "pii:reveal": ["customer"],
  "pii:edit": ["super_admin", "business"],
  "customer:operate": ["super_admin", "business"],
  "customer:block": ["super_admin"],
  "customer:delete": ["super_admin"],
  "violation:record": ["super_admin", "business"],
  "note:write": ["super_admin", "business", "customer"],
  "pre_loan:operate": ["super_admin", "business"],
  "credit:operate": ["super_admin", "business"],
  "payment:operate": ["super_admin", "business"],
  "account:operate": ["super_admin", "business"],
  "card:operate": ["super_admin", "business"],
  "card:report": ["super_admin", "business", "customer"],
  "promise:operate": ["super_admin", "business"],
  "product:operate": ["super_admin", "account_executive"],
  "product:reactivate": ["super_admin"],
  "offer:operate": ["super_admin", "account_executive"],
  "approval:read": ["super_admin", "account_executive", "business"],
  "history:read": ["super_admin", "business"],
  "history:read_own": ["super_admin", "account_executive", "business"],
  "rules:edit": ["super_admin"],
  "token:manage": ["super_admin"],
  "day:close": ["super_admin"],
};

const every = roles.flatMap((role) => permissions.map((permission) => ({ role, permission })));

test.each(every)("$role: $permission", ({ role, permission }) => {
  expect(can({ role }, permission)).toBe(granted[permission].includes(role));
});
