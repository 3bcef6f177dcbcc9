import { notFound, redirect } from "next/navigation";
import { openOffer } from "#app/offers/open";
import { openRecord } from "#app/record";
import { OfferPage } from "#components/record/offer";
import { findRemoved } from "#db/read/catalogue";
import { findOffer } from "#db/read/offer";
import { isCode } from "#lib/domain/code";

export const generateMetadata = async ({ params }: PageProps<"/offers/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/offers/[id]">) {
  const page = (await openRecord("offer", findOffer, props)) ?? (await leadOn((await props.params).id));
  return <OfferPage {...page} shown={await openOffer(page.record, await props.searchParams)} />;
}

/** A removed offer leads to its product. */
async function leadOn(code: string): Promise<never> {
  const removed = isCode("offer", code) ? await findRemoved(code) : undefined;
  return removed === undefined ? notFound() : redirect(`/products/${removed.product}?removed=${code}`);
}
