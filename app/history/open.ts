import "server-only";
import { answerWith } from "#app/answer";
import { historyList } from "#app/history/list";
import { openList, type Search, type Wording } from "#app/list";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { can } from "#lib/domain/actor";
import { type HistoryEntry, wordDetails } from "#lib/history/details";

/** The change history at an address, for whoever may see it or what they did themselves. */
export async function openHistory(search: Search) {
  const [actor, { language, t }] = await Promise.all([requireActor(), currentWords()]);
  if (!can(actor, "history:read_own")) {
    answerWith(403);
    return { isAllowed: false, t, language, role: actor.role, needs: "history:read_own" } as const;
  }
  const note = can(actor, "history:read") ? undefined : t("history.own");
  return { isAllowed: true, shown: await openList(historyList, search, worded), note } as const;
}

const worded: Wording = (way) => ({ details: (value) => wordDetails(value as HistoryEntry, way) });
