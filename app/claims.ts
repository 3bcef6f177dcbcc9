import { z } from "zod";
import { type Role, roles } from "#lib/domain/actor";

/** What an ID token says of a person; signature, issuer, audience, expiry and nonce are already verified. */
export const claimsSchema = z.looseObject({
  sub: z.string().min(1),
  iat: z.number(),
  acr: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  preferred_username: z.string().optional(),
});
export type Claims = z.output<typeof claimsSchema>;

export const refusals = ["no_role", "weak", "clock"] as const;
type Demands = { acr: readonly string[]; roleClaim: string; roleMap: RoleMap; nowSeconds: number };

const clockSkewSeconds = 60;

type Admission = { ok: true; role: Role } | { ok: false; because: (typeof refusals)[number] };

/** Whether the person may enter, and as whom. */
export function admit(claims: Claims, { acr, roleClaim, roleMap, nowSeconds }: Demands): Admission {
  if (claims.iat > nowSeconds + clockSkewSeconds) return { ok: false, because: "clock" };
  if (acr.length > 0 && !acr.includes(claims.acr ?? "")) return { ok: false, because: "weak" };
  const role = roleOf(claims[roleClaim], roleMap);
  return role === undefined ? { ok: false, because: "no_role" } : { ok: true, role };
}

type RoleMap = readonly { value: string; role: Role }[];

/** The role of the first entry of the map that the claim holds: of several groups, the map's order decides. */
export function roleOf(claim: unknown, map: RoleMap): Role | undefined {
  const held = [claim].flat();
  return map.find(({ value }) => held.includes(value))?.role;
}

/** Reads `cartera-admins=super_admin,execs=account_executive`; a value may itself hold `=`, as LDAP names do. */
export function readRoleMap(text: string | undefined): RoleMap {
  if (text === undefined) return roles.map((role) => ({ value: role, role }));
  return text.split(",").map((entry) => {
    const at = entry.lastIndexOf("=");
    const value = entry.slice(0, at).trim();
    const role = roles.find((each) => each === entry.slice(at + 1).trim());
    if (role === undefined || value === "") throw new Error(`OIDC_ROLE_MAP: "${entry}" does not end in =${roles.join(", =")}`);
    return { value, role };
  });
}
