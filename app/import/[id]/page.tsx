import { notFound } from "next/navigation";
import { openReport } from "#app/import/open";
import { ImportReport } from "#components/import/report";
import { NoPermission } from "#components/ui/no-permission";

export default async function ImportReportPage({ params }: PageProps<"/import/[id]">) {
  const opened = await openReport((await params).id);
  if (!opened.isAllowed) return <NoPermission {...opened} />;
  return <ImportReport {...(opened.shown ?? notFound())} />;
}
