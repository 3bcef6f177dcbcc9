import "server-only";
import { z } from "zod";
import { formRoute, seeOther, sentence } from "#app/action";
import { ownPath } from "#app/own-path";
import { currentWay } from "#app/way";
import { findApproval } from "#db/read/approval";
import { decideApproval } from "#db/write/approval";
import { keepRefusals } from "#db/write/refusal";
import { isCode } from "#lib/domain/code";
import { eventRefusal } from "#lib/roles";

const decision = z.object({
  approval: z.string().refine((text) => isCode("approval", text)),
  decision: z.enum(["approved", "declined"]),
  key: z.uuid(),
  back: z.string().max(2_000).default("/approvals"),
});

/** Decides what another operator asked for, and leads back to the page it was decided on with what came of it. */
export const decideRoute = formRoute("approval:read", async (actor, form) => {
  const way = await currentWay();
  const { t } = way;
  const read = decision.safeParse(Object.fromEntries(form));
  if (!read.success) return sentence(400, t("approvals.broken"));
  const { approval, decision: decided, key, back } = read.data;
  const outcome = await decideApproval(actor, approval, decided === "approved", key);
  if (outcome.ok) return seeOther(leadingBack(back, { decided, approval, done: key }));
  const asked = await findApproval(approval);
  if (outcome.kind !== "refused" || asked === undefined) return sentence(404, t("approvals.unknown"));
  const { refusals } = outcome;
  const [{ rule }] = refusals;
  if (rule === "permission") return sentence(403, eventRefusal({ rule }, asked, way));
  return seeOther(leadingBack(back, { decided: "refused", approval, why: await keepRefusals(actor, approval, refusals) }));
});

function leadingBack(back: string, outcome: Record<string, string>): string {
  const url = new URL(ownPath(back), "http://own.invalid");
  for (const name of ["decided", "approval", "done", "why", "act"]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(outcome)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}
