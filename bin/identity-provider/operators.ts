import type { Role } from "#lib/domain/actor";

/** The demonstration's people; their names are the words on their buttons. */
export const operators = [
  operator("super-admin", "Super Admin", "super_admin"),
  operator("super-admin-2", "Super Admin 2", "super_admin"),
  operator("account-executive", "Account Executive", "account_executive"),
  operator("business-account", "Business account", "business"),
  operator("business-account-2", "Business account 2", "business"),
  operator("customer-account", "Customer account", "customer"),
];

function operator(subject: string, name: string, role: Role) {
  return { subject, name, email: `${subject}@demo.example`, role };
}
