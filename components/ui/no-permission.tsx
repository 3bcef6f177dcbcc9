import { Notice } from "#components/ui/notice";
import type { Permission, Role } from "#lib/domain/actor";
import type { Language, Translate } from "#lib/messages/catalogue";
import { rolesThatMay } from "#lib/roles";

export type NoPermissionProps = { t: Translate; language: Language; role: Role; needs: Permission };

/** A page that the role may not see, and whose may. */
export function NoPermission({ t, language, role, needs }: NoPermissionProps) {
  return (
    <main id="content">
      <Notice kind="problem" heading="h1" title={t("shell.no_permission")} href="/customers" link={t("customers.title")}>
        {t("shell.no_permission_why", { role: t(`role.${role}`), roles: rolesThatMay(needs, { language, t }) })}
      </Notice>
    </main>
  );
}
