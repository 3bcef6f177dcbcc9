import "server-only";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { findApproval } from "#db/read/approval";
import { findRefusals } from "#db/read/refusal";
import { findAnswer, findMade } from "#db/read/written";
import type { Actor } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import { isUuid } from "#lib/domain/uuid";
import { refusalSentence } from "#lib/messages/refusal";
import { cameSentences } from "#lib/moves";
import type { Way } from "#lib/way";

type Asked = NonNullable<Awaited<ReturnType<typeof findApproval>>>;

/**
 * What came of a decision, as the address that it led back to says; undefined where it says nothing of one. A record's page
 * says of its move itself, as of any.
 */
export async function openDecided({ decided, approval, done, why }: Search, page: "list" | "record") {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  if (typeof approval !== "string" || !isCode("approval", approval)) return undefined;
  const asked = await findApproval(approval);
  if (asked === undefined) return undefined;
  if (decided === "approved" || decided === "declined") {
    if (decided !== asked.status) return undefined;
    const came = page === "list" && typeof done === "string" ? await cameOf(actor, asked, done, way) : [];
    return { isDone: true, sentences: [`${approval}: ${way.t(`approvals.outcome_${decided}`)}`, ...came] };
  }
  if (decided !== "refused" || typeof why !== "string" || !isUuid(why)) return undefined;
  const refusals = await findRefusals(actor, approval, why);
  if (refusals.length === 0) return undefined;
  const { language, t, format } = way;
  const because = refusals.map((refusal) => refusalSentence(refusal, asked.entity, language, format.money));
  const isWhole = refusals.some(({ rule }) => sayingAll.includes(rule));
  return { isDone: false, sentences: isWhole ? because : [`${approval}: ${t("approvals.outcome_refused")}`, ...because] };
}

/** What the move of an approval came to, as its record's page says it, by the key of the form that approved it. */
async function cameOf(actor: Actor, { recordCode, event }: Asked, key: string, way: Way): Promise<string[]> {
  const answer = isUuid(key) ? await findAnswer(actor, key) : undefined;
  const [first] = answer?.kind === "moved" ? answer.done : [];
  if (answer?.kind !== "moved" || first?.code !== recordCode || first.event !== event) return [];
  const [own, ...others] = cameSentences(answer, await findMade(first), way);
  return [`${recordCode}: ${own}`, ...others];
}

/** What stands in the way of approving and of declining alike. */
const sayingAll = ["approval_own", "approval_over", "key_reused"];
