import { can, type Permission, roles } from "#lib/domain/actor";
import { type Language, locales, type Translate } from "#lib/messages/catalogue";

type Way = { language: Language; t: Translate };

/** Why somebody without a permission may not do something, and whose role may. */
export const notYours = (permission: Permission, way: Way): string =>
  way.t("move.not_your_role", { roles: rolesThatMay(permission, way) });

/** The roles that a permission is given to, as one says them in a sentence. */
export function rolesThatMay(permission: Permission, { language, t }: Way): string {
  const may = roles.filter((role) => can({ role }, permission)).map((role) => t(`role.${role}`));
  return new Intl.ListFormat(locales[language], { type: "disjunction" }).format(may);
}
