import { beginSignIn } from "#app/exchange";
import { currentWords } from "#app/words";

export async function POST(request: Request) {
  const form = await request.formData().catch(() => new FormData());
  const next = form.get("next");
  const { language } = await currentWords();
  return beginSignIn(typeof next === "string" ? next : "/", {
    ui_locales: language,
    ...(form.has("again") && { prompt: "login" }),
  });
}
