import { openList } from "#app/list";
import { preLoanList } from "#app/pre-loans/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("pre-loans.title");

export default async function PreLoansPage({ searchParams }: PageProps<"/pre-loans">) {
  return <ListPage {...(await openList(preLoanList, await searchParams))} />;
}
