import { cardList } from "#app/cards/list";
import { openList } from "#app/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("cards.title");

export default async function CardsPage({ searchParams }: PageProps<"/cards">) {
  return <ListPage {...(await openList(cardList, await searchParams))} />;
}
