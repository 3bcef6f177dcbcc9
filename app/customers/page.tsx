import { customerList } from "#app/customers/list";
import { openList } from "#app/list";
import { ListPage } from "#components/list/page";

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  return <ListPage {...await openList(customerList, await searchParams)} />;
}
