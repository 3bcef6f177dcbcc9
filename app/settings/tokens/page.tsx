import { openTokens } from "#app/settings/tokens/open";
import { titled } from "#app/words";
import { TokensPage } from "#components/settings/tokens";
import { NoPermission } from "#components/ui/no-permission";

export const generateMetadata = () => titled("token.title");

export default async function Tokens({ searchParams }: PageProps<"/settings/tokens">) {
  const opened = await openTokens(await searchParams);
  return opened.isAllowed ? <TokensPage {...opened.shown} /> : <NoPermission {...opened} />;
}
