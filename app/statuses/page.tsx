import { answerWith } from "#app/answer";
import { requireActor } from "#app/session";
import { currentWords, titled } from "#app/words";
import { Statuses } from "#components/statuses/page";
import { NoPermission } from "#components/ui/no-permission";
import { can } from "#lib/domain/actor";

export const generateMetadata = () => titled("statuses.title");

export default async function StatusesPage() {
  const [actor, { language, t }] = await Promise.all([requireActor(), currentWords()]);
  if (can(actor, "record:read")) return <Statuses maySet={can(actor, "rules:edit")} t={t} language={language} />;
  answerWith(403);
  return <NoPermission t={t} language={language} role={actor.role} needs="record:read" />;
}
