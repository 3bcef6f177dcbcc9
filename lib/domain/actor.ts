export const roles = ["super_admin", "account_executive", "business", "customer"] as const;
export type Role = (typeof roles)[number];

/** Whoever acts: an operator signed in, with the role the session row gives. */
export type Actor = { subject: string; email: string; name: string; role: Role; ip: string };

/** An app that calls with a token: it has no role, only the events that its token is for, as `card.block`. */
export type Service = Pick<Actor, "subject" | "email" | "ip"> & { role: null; scopes: readonly string[] };

const everyone = roles;
const operators = ["super_admin", "business"] as const;
const superAdmin = ["super_admin"] as const;
const catalogue = ["super_admin", "account_executive"] as const;

/** The permission matrix: the only place that says which role may do what. */
const matrix = {
  "record:read": everyone,
  "pii:read": operators,
  "pii:reveal": ["customer"],
  "pii:edit": operators,
  "list:download": ["super_admin", "account_executive", "business"],
  "import:run": operators,
  "customer:operate": operators,
  "customer:block": superAdmin,
  "customer:delete": superAdmin,
  "violation:record": operators,
  "note:write": ["super_admin", "business", "customer"],
  "pre_loan:operate": operators,
  "credit:operate": operators,
  "payment:operate": operators,
  "account:operate": operators,
  "card:operate": operators,
  "card:report": ["super_admin", "business", "customer"],
  "promise:operate": operators,
  "product:operate": catalogue,
  "product:reactivate": superAdmin,
  "offer:operate": catalogue,
  "approval:read": ["super_admin", "account_executive", "business"],
  "history:read": operators,
  "history:read_own": ["super_admin", "account_executive", "business"],
  "rules:edit": superAdmin,
  "token:manage": superAdmin,
  "day:close": superAdmin,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof matrix;
export const permissions = Object.keys(matrix) as Permission[];

export function can(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return (matrix[permission] as readonly Role[]).includes(actor.role);
}
