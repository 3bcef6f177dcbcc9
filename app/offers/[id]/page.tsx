import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { OfferPage } from "#components/record/offer";
import { findOffer } from "#db/read/offer";

export const generateMetadata = async ({ params }: PageProps<"/offers/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/offers/[id]">) {
  const shown = (await openRecord("offer", findOffer, props)) ?? notFound();
  return <OfferPage {...shown} />;
}
