import { openProducts } from "#app/products/open";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("products.title");

export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  const { mayAdd, shown } = await openProducts(await searchParams);
  const adding = mayAdd && (
    <a className="button" href="/products/new">
      {shown.t("offering.new_product")}
    </a>
  );
  return <ListPage {...shown} adding={adding} />;
}
