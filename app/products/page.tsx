import { openProducts } from "#app/products/open";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";
import { RefusedWay } from "#components/ui/refused-way";

export const generateMetadata = () => titled("products.title");

export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  const { because, shown } = await openProducts(await searchParams);
  const label = shown.t("offering.new_product");
  const adding =
    because === undefined ? (
      <a className="button" href="/products/new">
        {label}
      </a>
    ) : (
      <RefusedWay id="no-product" label={label} because={because} />
    );
  return <ListPage {...shown} adding={adding} />;
}
