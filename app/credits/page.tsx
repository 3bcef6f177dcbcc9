import { creditList } from "#app/credits/list";
import { openList } from "#app/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("credits.title");

export default async function CreditsPage({ searchParams }: PageProps<"/credits">) {
  return <ListPage {...(await openList(creditList, await searchParams))} />;
}
