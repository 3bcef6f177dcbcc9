import { openAccounts } from "#app/accounts/open";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("accounts.title");

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  const shown = await openAccounts(await searchParams);
  return <ListPage {...shown} note={<p className="meaning">{shown.t("accounts.unspendable")}</p>} />;
}
