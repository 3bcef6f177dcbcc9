import { openList } from "#app/list";
import { preCustomerList } from "#app/pre-customers/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("pre-customers.title");

export default async function PreCustomersPage({ searchParams }: PageProps<"/pre-customers">) {
  return <ListPage {...(await openList(preCustomerList, await searchParams))} />;
}
