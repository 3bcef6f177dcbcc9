import "server-only";
import { requireActor } from "#app/session";
import { type Actor, can, type Permission } from "#lib/domain/actor";

/** The one door for what a form posts: who is it, may they, is it a form at all; only then does the work run. */
export function formRoute(needs: Permission, run: (actor: Actor, form: FormData) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    const actor = await requireActor();
    if (!can(actor, needs)) return sentence(403, `${actor.role} may not ${needs}`);
    const form = await request.formData().catch(() => undefined);
    return form === undefined ? sentence(400, "This is not a form.") : run(actor, form);
  };
}

/** An answer of one plain sentence, for what no page of ours sends. */
export const sentence = (status: number, text: string) =>
  new Response(`${text}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });

/** Sends a browser on after a form; the address is a path of ours. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } });
