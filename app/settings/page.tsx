import { openSettings } from "#app/settings/open";
import { titled } from "#app/words";
import { SettingsPage } from "#components/settings/page";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("settings.title");

export default async function Settings({ searchParams }: PageProps<"/settings">) {
  const opened = await openSettings(await searchParams);
  return opened.isAllowed ? <SettingsPage {...opened.shown} /> : <NoPermission {...opened} />;
}
