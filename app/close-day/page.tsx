import { openCloseDay } from "#app/close-day/open";
import { titled } from "#app/words";
import { CloseDayPage } from "#components/close-day/page";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("close_day.title");

export default async function CloseDay({ searchParams }: PageProps<"/close-day">) {
  const opened = await openCloseDay(await searchParams);
  return opened.isAllowed ? <CloseDayPage {...opened.shown} /> : <NoPermission {...opened} />;
}
