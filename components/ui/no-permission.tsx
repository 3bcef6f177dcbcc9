import { Notice } from "#components/ui/notice";
import type { Role } from "#lib/domain/actor";
import type { Translate } from "#lib/messages/catalogue";

/** A page that the role may not see. */
export function NoPermission({ t, role }: { t: Translate; role: Role }) {
  return (
    <main id="content">
      <Notice kind="problem" heading="h1" title={t("shell.no_permission")} href="/customers" link={t("customers.title")}>
        {t("shell.no_permission_why", { role: t(`role.${role}`) })}
      </Notice>
    </main>
  );
}
