export const roles = ["super_admin", "account_executive", "business", "customer"] as const;
export type Role = (typeof roles)[number];

/** Whoever acts: an operator signed in, with the role the session row gives. */
export type Actor = { subject: string; email: string; name: string; role: Role; ip: string };

const everyone = roles;
const operators = ["super_admin", "business"] as const;

/** The permission matrix: the only place that says which role may do what. */
const matrix = {
  "record:read": everyone,
  "pii:read": operators,
  "list:download": ["super_admin", "account_executive", "business"],
  "import:run": operators,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof matrix;
export const permissions = Object.keys(matrix) as Permission[];

export function can(actor: Pick<Actor, "role">, permission: Permission): boolean {
  return (matrix[permission] as readonly Role[]).includes(actor.role);
}
