import "server-only";
import { z } from "zod";
import { formRoute, seeOther, sentence } from "#app/action";
import { mayRunAhead, startCloser } from "#app/close-day/closer";
import { currentWords } from "#app/words";
import { requestClose } from "#db/close-day/begin";
import { parseDay } from "#lib/domain/day";

const sent = z.object({ through: z.string().max(100), key: z.uuid() });

/** Begins the close of the days up to the one that a form says; whatever stands against it leads back to what was typed. */
export const runRoute = formRoute("day:close", async (actor, form) => {
  const read = sent.safeParse(Object.fromEntries(form));
  if (!read.success) return sentence(400, (await currentWords()).t("close_day.broken"));
  const { through: typed, key } = read.data;
  const refuse = (refused: string) => seeOther(`/close-day?${new URLSearchParams({ through: typed, refused })}`);
  const through = parseDay(typed.trim());
  if (through === undefined) return refuse("unknown_day");
  const requested = await requestClose(actor, { through, mayRunAhead: mayRunAhead() }, key);
  if (!requested.ok) return refuse(requested.fault);
  if (requested.isNew) startCloser(through);
  return seeOther("/close-day");
});
