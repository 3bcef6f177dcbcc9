import { openList } from "#app/list";
import { paymentList } from "#app/payments/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("payments.title");

export default async function PaymentsPage({ searchParams }: PageProps<"/payments">) {
  return <ListPage {...(await openList(paymentList, await searchParams))} />;
}
