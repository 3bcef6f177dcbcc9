import "server-only";
import { randomUUID } from "node:crypto";
import { answerWith } from "#app/answer";
import { mayRunAhead } from "#app/close-day/closer";
import type { Search } from "#app/list";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { type DayClose, findComing, isClosing, listDayCloses } from "#db/read/day-close";
import { countsIn } from "#lib/day-close";
import { closeRefusals, type ShownClose, type ShownCloseDay } from "#lib/day-close/shown";
import { can } from "#lib/domain/actor";
import { addDays, daysBetween } from "#lib/domain/day";

/** The close of day for whoever may do it: how things stand, what it would do, and the last ones. */
export async function openCloseDay(search: Search) {
  const [actor, way] = await Promise.all([requireActor(), currentWay()]);
  const { t, format } = way;
  if (!can(actor, "day:close")) {
    answerWith(403);
    return { isAllowed: false, t, language: way.language, role: actor.role, needs: "day:close" } as const;
  }
  const [{ businessDate, today, coming }, closes, isBetween] = await Promise.all([findComing(), listDayCloses(), isClosing()]);
  const refusal = closeRefusals.find((each) => each === search["refused"]);
  if (refusal !== undefined) answerWith(400);
  const typed = typeof search["through"] === "string" ? search["through"].slice(0, 100) : undefined;
  const wordClose = ({ counts, ...each }: DayClose): ShownClose => ({ ...each, changed: countsIn(counts, way) });
  const shown: ShownCloseDay = {
    ...{ t, format, businessDate, today, coming, refusal },
    yesterday: addDays(today, -1),
    behind: daysBetween(businessDate, today),
    mayRunAhead: mayRunAhead(),
    through: refusal === undefined ? businessDate : (typed ?? businessDate),
    formKey: randomUUID(),
    unfinished: closes.find(({ finishedAt }) => finishedAt === null),
    isBetween,
    closes: closes.map(wordClose),
  };
  return { isAllowed: true, shown } as const;
}
