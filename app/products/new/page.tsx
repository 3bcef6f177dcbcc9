import { openNewProduct } from "#app/products/open";
import { titled } from "#app/words";
import { NewRecord } from "#components/catalogue/new-record";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("offering.new_product");

export default async function Page() {
  const { t, language, role, form } = await openNewProduct();
  if (form === undefined) return <NoPermission t={t} language={language} role={role} needs="product:operate" />;
  const said = { title: t("offering.new_product"), lead: t("offering.new_product_lead") };
  const crumb = { href: "/products", label: t("products.title") };
  return <NewRecord {...said} crumb={crumb} form={{ ...form, submit: t("offering.add_product") }} />;
}
