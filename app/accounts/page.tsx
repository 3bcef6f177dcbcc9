import { accountList } from "#app/accounts/list";
import { openList } from "#app/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("accounts.title");

export default async function AccountsPage({ searchParams }: PageProps<"/accounts">) {
  return <ListPage {...(await openList(accountList, await searchParams))} />;
}
