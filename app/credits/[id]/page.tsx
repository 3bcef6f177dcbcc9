import { notFound } from "next/navigation";
import { openFlags } from "#app/card-desk";
import { openRecord } from "#app/record";
import { CreditPage } from "#components/record/credit";
import { findCredit } from "#db/read/credit";

export const generateMetadata = async ({ params }: PageProps<"/credits/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/credits/[id]">) {
  const shown = (await openRecord("credit", findCredit, props, ({ request }) => request)) ?? notFound();
  return <CreditPage {...shown} flags={await openFlags({ credit: shown.record.code })} />;
}
