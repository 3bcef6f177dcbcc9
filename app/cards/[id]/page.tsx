import { notFound } from "next/navigation";
import { openCardDesk } from "#app/card-desk";
import { openRecord } from "#app/record";
import { CardPage } from "#components/record/card";
import { findCard } from "#db/read/card";

export const generateMetadata = async ({ params }: PageProps<"/cards/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/cards/[id]">) {
  const shown = (await openRecord("card", findCard, props)) ?? notFound();
  return <CardPage {...shown} desk={await openCardDesk(shown.record, await props.searchParams)} />;
}
