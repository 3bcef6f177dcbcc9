import { openList } from "#app/list";
import { offerList } from "#app/offers/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("offers.title");

export default async function OffersPage({ searchParams }: PageProps<"/offers">) {
  return <ListPage {...(await openList(offerList, await searchParams))} />;
}
