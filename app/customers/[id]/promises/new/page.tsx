import { notFound } from "next/navigation";
import { openRecordPromise } from "#app/record-promise";
import { titled } from "#app/words";
import { RecordPromisePage } from "#components/promise/record";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("paying.record_promise");

export default async function Page({ params, searchParams }: PageProps<"/customers/[id]/promises/new">) {
  const opened = (await openRecordPromise((await params).id, await searchParams)) ?? notFound();
  return opened.isAllowed ? <RecordPromisePage {...opened.shown} /> : <NoPermission {...opened} />;
}
