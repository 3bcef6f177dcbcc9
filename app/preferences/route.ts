import { cookies } from "next/headers";
import { z } from "zod";
import { seeOther, sentence } from "#app/action";
import { ownPath } from "#app/own-path";
import { currentWords } from "#app/words";
import { languages } from "#lib/messages/catalogue";

const chosen = z.union([
  z.object({ language: z.enum(languages), back: z.string() }),
  z.object({ theme: z.enum(["system", "light", "dark"]), back: z.string() }),
]);
const aYear = 365 * 24 * 60 * 60;

/** Keeps the language or the theme somebody chose, signed in or not, and goes back to where they were. */
export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const { data } = chosen.safeParse(Object.fromEntries(form));
  if (data === undefined) return sentence(400, (await currentWords()).t("shell.no_such_preference"));
  const { back, ...choice } = data;
  const cookie = await cookies();
  for (const [name, value] of Object.entries(choice))
    cookie.set(name, value, { path: "/", maxAge: aYear, sameSite: "lax", httpOnly: true });
  return seeOther(ownPath(back));
}
