import { openStart } from "#app/import/open";
import { ImportStart } from "#components/import/start";
import { NoPermission } from "#components/ui/no-permission";

export default async function ImportPage({ searchParams }: PageProps<"/import">) {
  const opened = await openStart(await searchParams);
  return opened.isAllowed ? <ImportStart {...opened.shown} /> : <NoPermission {...opened} />;
}
