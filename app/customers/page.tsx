import { customerList } from "#app/customers/list";
import { openList } from "#app/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("customers.title");

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  return <ListPage {...(await openList(customerList, await searchParams))} />;
}
