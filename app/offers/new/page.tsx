import { notFound } from "next/navigation";
import { openNewOffer } from "#app/offers/open";
import { titled } from "#app/words";
import { NewRecord } from "#components/catalogue/new-record";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("offering.new_offer");

export default async function Page({ searchParams }: PageProps<"/offers/new">) {
  const { t, language, role, product, isAllowed, form } = (await openNewOffer(await searchParams)) ?? notFound();
  if (!isAllowed) return <NoPermission t={t} language={language} role={role} needs="offer:operate" />;
  const crumb = { href: `/products/${product.code}`, label: `${product.code} ${product.name}` };
  const said = { title: t("offering.new_offer"), lead: t("offering.new_offer_lead", { product: product.name }), crumb };
  return (
    <NewRecord {...said} form={form && { ...form, submit: t("offering.add_offer") }} because={t("offering.product_inactive")} />
  );
}
