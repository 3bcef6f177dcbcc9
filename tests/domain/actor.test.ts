import { expect, test } from "vitest";
import { can, type Permission, permissions, type Role, roles } from "#lib/domain/actor";

/** The table of spec/screens.md, by hand: a change of the matrix must be meant twice. */
const granted: Record<Permission, readonly Role[]> = {
  "record:read": ["super_admin", "account_executive", "business", "customer"],
  "pii:read": ["super_admin", "business"],
  "list:download": ["super_admin", "account_executive", "business"],
  "import:run": ["super_admin", "business"],
};

const every = roles.flatMap((role) => permissions.map((permission) => ({ role, permission })));

test.each(every)("$role: $permission", ({ role, permission }) => {
  expect(can({ role }, permission)).toBe(granted[permission].includes(role));
});
