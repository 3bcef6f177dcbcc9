import { notFound } from "next/navigation";
import { openCreditRequest } from "#app/credit-request";
import { titled } from "#app/words";
import { CreditRequestPage } from "#components/credit-request/page";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("credit_request.title");

export default async function Page({ params, searchParams }: PageProps<"/customers/[id]/credits/new">) {
  const opened = (await openCreditRequest((await params).id, await searchParams)) ?? notFound();
  return opened.isAllowed ? <CreditRequestPage {...opened.shown} /> : <NoPermission {...opened} />;
}
