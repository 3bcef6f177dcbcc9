import { openList } from "#app/list";
import { preCustomerList } from "#app/pre-customers/list";
import { ListPage } from "#components/list/page";

export default async function PreCustomersPage({ searchParams }: PageProps<"/pre-customers">) {
  return <ListPage {...await openList(preCustomerList, await searchParams)} />;
}
