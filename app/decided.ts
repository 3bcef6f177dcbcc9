import "server-only";
import type { Search } from "#app/list";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { findApproval } from "#db/read/approval";
import { findMoves } from "#db/read/moves";
import { isCode } from "#lib/domain/code";
import type { Refusal } from "#lib/domain/machine";
import { formatOf } from "#lib/list/format";
import { refusalSentence } from "#lib/messages/refusal";

/** What came of a decision, as the address that it led back to says; undefined where it says nothing of one. */
export async function openDecided({ decided, approval }: Search) {
  const [actor, { language, t }, project] = await Promise.all([requireActor(), currentWords(), currentProject()]);
  if (typeof approval !== "string" || !isCode("approval", approval)) return undefined;
  const asked = await findApproval(approval);
  if (asked === undefined) return undefined;
  if (decided === "approved" || decided === "declined")
    return decided === asked.status
      ? { isDone: true, sentences: [`${approval}: ${t(`approvals.outcome_${decided}`)}`] }
      : undefined;
  const say = (refusal: Refusal) => refusalSentence(refusal, asked.entity, language, formatOf(language, project).money);
  const rule = told.find((each) => each === decided);
  if (rule !== undefined) return { isDone: false, sentences: [say({ rule })] };
  if (decided !== "refused") return undefined;
  const found = await findMoves(actor, asked.entity, asked.recordCode);
  const refusals = found?.offers.find(({ event }) => event === asked.event)?.refusals ?? [];
  const because = refusals.filter((refusal) => refusal.rule !== "approval_pending").map(say);
  const why = because.length > 0 ? because : [t("approvals.outcome_retry")];
  return { isDone: false, sentences: [`${approval}: ${t("approvals.outcome_refused")}`, ...why] };
}

const told = ["approval_own", "approval_over", "key_reused"] as const;
