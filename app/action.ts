import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { answerWith } from "#app/answer";
import { typedIn } from "#app/form";
import { currentAsker, currentSender, requireActor, SignedOut, signInAddress } from "#app/session";
import { currentWords } from "#app/words";
import type { Asker } from "#db/move/asker";
import { may } from "#db/write/permission";
import type { Actor, Permission } from "#lib/domain/actor";
import type { FieldFormState } from "#lib/form";
import { rolesThatMay } from "#lib/roles";

/** The one door for what a form posts: who is it, may they, is it a form at all; only then does the work run. */
export function formRoute(needs: Permission, run: (actor: Actor, form: FormData) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const actor = await requireActor();
    const { language, t } = await currentWords();
    if (!(await may(actor, { needs, module: sectionOf(request) })))
      return sentence(
        403,
        t("shell.no_permission_why", { role: t(`role.${actor.role}`), roles: rolesThatMay(needs, { language, t }) }),
      );
    const form = await request.formData().catch(() => undefined);
    return form === undefined ? sentence(400, t("shell.no_form")) : run(actor, form);
  };
}

/** The same door for a server action: `undefined` instead of the input is a form that no page of ours sends. */
export function formAction<Input, State>(
  schema: z.ZodType<Input>,
  run: (actor: Actor, input: Input | undefined, form: FormData) => Promise<State>,
) {
  return actionOf(schema, async (input, form: FormData) => run(await currentSender(), input, form));
}

/** The same where all that is done is one transaction, in which it is found out who asks. */
export function transactionAction<Input, State>(
  schema: z.ZodType<Input>,
  run: (asker: Asker, input: Input | undefined, form: FormData) => Promise<State>,
) {
  return actionOf(schema, async (input, form: FormData) => run(await currentAsker(), input, form));
}

function actionOf<Input, State>(schema: z.ZodType<Input>, run: (input: Input | undefined, form: FormData) => Promise<State>) {
  return async (_before: State | null, form: FormData): Promise<State> => {
    const fields = Object.fromEntries([...form].filter(([key]) => !key.startsWith("$")));
    try {
      return await run(schema.safeParse(fields).data, form);
    } catch (error) {
      if (error instanceof SignedOut) return signedOut(form);
      // What leads elsewhere did something: the pages that the browser keeps are of before.
      refresh();
      throw error;
    }
  };
}

/** To whoever was signed out amid a form, which script leaves as it is, with all that was typed; without, its page is gone. */
async function signedOut<State>(form: FormData): Promise<State> {
  if (!(await headers()).has("next-action")) redirect(await signInAddress());
  answerWith(403);
  const { t } = await currentWords();
  const refused: FieldFormState = { sentences: [t("shell.signed_out_amid")], faults: {}, typed: typedIn(form) };
  // What a form's state has beside these nobody has who is signed out.
  return refused as State;
}

/** The section that an address belongs to, which is a module of the history. */
export const sectionOf = (request: Request): string => new URL(request.url).pathname.split("/")[1] ?? "";

/** Words as people type them: whole, without characters that no keyboard has. */
export const words = z.string().transform((text) =>
  text
    .normalize("NFC")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim(),
);

/** An answer of one plain sentence, for what no page of ours sends. */
export const sentence = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });

/** Sends a browser on after a form; the address is a path of ours. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } });
