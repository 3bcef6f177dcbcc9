import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { openReversal } from "#app/reversal";
import { PaymentPage } from "#components/record/payment";
import { findPayment } from "#db/read/payment";

export const generateMetadata = async ({ params }: PageProps<"/payments/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/payments/[id]">) {
  const shown = (await openRecord("payment", findPayment, props, ({ prePayment }) => prePayment)) ?? notFound();
  return <PaymentPage {...shown} reversal={await openReversal(shown)} />;
}
