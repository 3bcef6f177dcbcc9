import { openApprovals } from "#app/approvals/open";
import { titled } from "#app/words";
import { Decided } from "#components/approvals/decided";
import { ListPage } from "#components/list/page";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("approvals.title");

export default async function ApprovalsPage({ searchParams }: PageProps<"/approvals">) {
  const opened = await openApprovals(await searchParams);
  if (!opened.isAllowed) return <NoPermission {...opened} />;
  return <ListPage {...opened.shown} note={opened.decided && <Decided {...opened.decided} />} />;
}
