import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { ProductPage } from "#components/record/product";
import { findProduct } from "#db/read/product";

export const generateMetadata = async ({ params }: PageProps<"/products/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/products/[id]">) {
  const shown = (await openRecord("product", findProduct, props)) ?? notFound();
  return <ProductPage {...shown} />;
}
