import { openList } from "#app/list";
import { promiseList } from "#app/promises/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("promises.title");

export default async function PromisesPage({ searchParams }: PageProps<"/promises">) {
  return <ListPage {...(await openList(promiseList, await searchParams))} />;
}
