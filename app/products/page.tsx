import { openList } from "#app/list";
import { productList } from "#app/products/list";
import { titled } from "#app/words";
import { ListPage } from "#components/list/page";

export const generateMetadata = () => titled("products.title");

export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  return <ListPage {...(await openList(productList, await searchParams))} />;
}
