import "server-only";
import { z } from "zod";
import { formRoute, seeOther, sentence } from "#app/action";
import { currentWords } from "#app/words";
import { saveSettings } from "#db/write/settings";
import { readSettings } from "#lib/settings/read";
import { type Typed, typedIn } from "#lib/settings/typed";

const sent = z.object({ state: z.string().regex(/^[0-9a-f]{24}$/), key: z.uuid() });

/** Saves the settings that a form sends; whatever stands against it leads back to the page with all that was typed. */
export const saveRoute = formRoute("rules:edit", async (actor, form) => {
  const { t } = await currentWords();
  const read = sent.safeParse({ state: form.get("state"), key: form.get("key") });
  if (!read.success) return sentence(400, t("settings.broken"));
  const { state, key } = read.data;
  const typed = typedIn(form);
  const again = addressWith(typed, state);
  const settings = readSettings(typed);
  if (!settings.ok) return seeOther(again);
  const saved = await saveSettings(actor, settings.settings, state, key);
  if (saved.ok) return seeOther(`/settings?saved=${saved.version ?? "project"}`);
  return seeOther(saved.kind === "key_reused" ? `${again}&refused=key_reused` : again);
});

function addressWith(typed: Typed, state: string): string {
  const pairs = Object.entries(typed).flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
  return `/settings?${new URLSearchParams([...pairs, ["state", state]])}`;
}
