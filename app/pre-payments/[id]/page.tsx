import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { PrePaymentPage } from "#components/record/pre-payment";
import { findPrePayment } from "#db/read/pre-payment";

export const generateMetadata = async ({ params }: PageProps<"/pre-payments/[id]">) => ({
  title: (await params).id.slice(0, 20),
});

export default async function Page(props: PageProps<"/pre-payments/[id]">) {
  const shown = (await openRecord("pre_payment", findPrePayment, props)) ?? notFound();
  return <PrePaymentPage {...shown} />;
}
