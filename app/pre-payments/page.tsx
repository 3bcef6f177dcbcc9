import { openList } from "#app/list";
import { prePaymentList } from "#app/pre-payments/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("pre-payments.title");

export default async function PrePaymentsPage({ searchParams }: PageProps<"/pre-payments">) {
  return <ListPage {...(await openList(prePaymentList, await searchParams))} />;
}
