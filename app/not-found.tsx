import { currentWords } from "#app/words";
import { Notice } from "#components/ui/notice";

export default async function NotFound() {
  const { t } = await currentWords();
  return (
    <main id="content">
      <Notice kind="problem" heading="h1" title={t("shell.not_found")} href="/customers" link={t("customers.title")}>
        {t("shell.not_found_why")}
      </Notice>
    </main>
  );
}
