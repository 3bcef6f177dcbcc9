import { notFound } from "next/navigation";
import { openFlags } from "#app/card-desk";
import { openRecord } from "#app/record";
import { requireActor } from "#app/session";
import { CreditPage } from "#components/record/credit";
import { findCredit } from "#db/read/credit";
import { can } from "#lib/domain/actor";

export const generateMetadata = async ({ params }: PageProps<"/credits/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/credits/[id]">) {
  const shown = (await openRecord("credit", findCredit, props, ({ request }) => request)) ?? notFound();
  const [actor, flags] = await Promise.all([requireActor(), openFlags({ credit: shown.record.code })]);
  return <CreditPage {...shown} flags={flags} mayRefinance={can(actor, "pre_loan:operate")} />;
}
