import { permissionOf } from "#lib/domain/act";
import { can, type Permission, roles } from "#lib/domain/actor";
import type { Refusal } from "#lib/domain/machine";
import type { Entity } from "#lib/domain/machines";
import { locales } from "#lib/messages/catalogue";
import { refusalSentence } from "#lib/messages/refusal";
import type { Way } from "#lib/way";

type Wording = Pick<Way, "language" | "t">;

/** Why an event of a record is refused; to whose role it is not given, whose it is. */
export function eventRefusal(refusal: Refusal, { entity, event }: { entity: Entity; event: string }, way: Way): string {
  const permission = refusal.rule === "permission" ? permissionOf(entity, event) : undefined;
  return permission === undefined ? refusalSentence(refusal, entity, way.language, way.format.money) : notYours(permission, way);
}

/** Why somebody without a permission may not do something, and whose role may. */
export const notYours = (permission: Permission, way: Wording): string =>
  way.t("move.not_your_role", { roles: rolesThatMay(permission, way) });

/** The roles that a permission is given to, as one says them in a sentence. */
export function rolesThatMay(permission: Permission, { language, t }: Wording): string {
  const may = roles.filter((role) => can({ role }, permission)).map((role) => t(`role.${role}`));
  return new Intl.ListFormat(locales[language], { type: "disjunction" }).format(may);
}
