import { notFound } from "next/navigation";
import { openRegisterPayment } from "#app/register-payment";
import { titled } from "#app/words";
import { RegisterPaymentPage } from "#components/payment/register";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("paying.register");

export default async function Page({ params }: PageProps<"/accounts/[id]/payments/new">) {
  const opened = (await openRegisterPayment("account", (await params).id)) ?? notFound();
  return opened.isAllowed ? <RegisterPaymentPage {...opened.shown} /> : <NoPermission {...opened} />;
}
