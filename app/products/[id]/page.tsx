import { notFound } from "next/navigation";
import { openProduct } from "#app/products/open";
import { openRecord } from "#app/record";
import { ProductPage } from "#components/record/product";
import { findProduct } from "#db/read/product";

export const generateMetadata = async ({ params }: PageProps<"/products/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/products/[id]">) {
  const page = (await openRecord("product", findProduct, props)) ?? notFound();
  return <ProductPage {...page} shown={await openProduct(page.record, await props.searchParams)} />;
}
