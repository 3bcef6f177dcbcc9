import { notFound } from "next/navigation";
import { openAccountDesk } from "#app/card-desk";
import { openRecord } from "#app/record";
import { AccountPage } from "#components/record/account";
import { findAccount } from "#db/read/account";

export const generateMetadata = async ({ params }: PageProps<"/accounts/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/accounts/[id]">) {
  const shown = (await openRecord("account", findAccount, props)) ?? notFound();
  return <AccountPage {...shown} desk={await openAccountDesk(shown.record, await props.searchParams)} />;
}
