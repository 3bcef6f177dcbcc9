import { openHistory } from "#app/history/open";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("history.title");

export default async function HistoryPage({ searchParams }: PageProps<"/history">) {
  const opened = await openHistory(await searchParams);
  return opened.isAllowed ? (
    <ListPage {...opened.shown} note={opened.note && <p className="meaning">{opened.note}</p>} />
  ) : (
    <NoPermission {...opened} />
  );
}
