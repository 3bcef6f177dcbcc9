import "server-only";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { findApproval } from "#db/read/approval";
import { findRefusals } from "#db/read/refusal";
import { isCode } from "#lib/domain/code";
import { isUuid } from "#lib/domain/uuid";
import { refusalSentence } from "#lib/messages/refusal";

/** What came of a decision, as the address that it led back to says; undefined where it says nothing of one. */
export async function openDecided({ decided, approval, why }: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  if (typeof approval !== "string" || !isCode("approval", approval)) return undefined;
  const asked = await findApproval(approval);
  if (asked === undefined) return undefined;
  if (decided === "approved" || decided === "declined")
    return decided === asked.status
      ? { isDone: true, sentences: [`${approval}: ${way.t(`approvals.outcome_${decided}`)}`] }
      : undefined;
  if (decided !== "refused" || typeof why !== "string" || !isUuid(why)) return undefined;
  const refusals = await findRefusals(actor, approval, why);
  if (refusals.length === 0) return undefined;
  const { language, t, format } = way;
  const because = refusals.map((refusal) => refusalSentence(refusal, asked.entity, language, format.money));
  const isWhole = refusals.some(({ rule }) => sayingAll.includes(rule));
  return { isDone: false, sentences: isWhole ? because : [`${approval}: ${t("approvals.outcome_refused")}`, ...because] };
}

/** What stands in the way of approving and of declining alike. */
const sayingAll = ["approval_own", "approval_over", "key_reused"];
