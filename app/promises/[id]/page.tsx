import { notFound } from "next/navigation";
import { openRecord } from "#app/record";
import { PromisePage } from "#components/record/promise";
import { findPromise } from "#db/read/promise";

export const generateMetadata = async ({ params }: PageProps<"/promises/[id]">) => ({ title: (await params).id.slice(0, 20) });

export default async function Page(props: PageProps<"/promises/[id]">) {
  const shown = (await openRecord("promise", findPromise, props)) ?? notFound();
  return <PromisePage {...shown} />;
}
