import "server-only";
import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { formRoute, seeOther, sentence } from "#app/action";
import { isTooBig, uploadOf } from "#app/import/upload";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { eachFault, findImport } from "#db/read/import";
import { commitBank } from "#db/write/bank-commit";
import { commitImport, discardImport, type Import } from "#db/write/import";
import { type Checked, checkFile } from "#db/write/import-check";
import { may } from "#db/write/permission";
import { commitProcessor } from "#db/write/processor-commit";
import type { Actor } from "#lib/domain/actor";
import type { FileRefusal } from "#lib/onboarding/fault";
import { faultFile } from "#lib/onboarding/fault-file";

/** Where the file is posted: checked while it arrives, then its report is shown. */
export async function checkRoute(request: Request): Promise<Response> {
  const actor = await requireActor();
  if (!(await may(actor, { needs: "import:run", module: "import" }))) return forbidden();
  const checked = await checkUpload(actor, request);
  if (checked.ok) return seeOther(`/import/${checked.id}`);
  const { reason, columns } = checked.refusal;
  return seeOther(`/import?${new URLSearchParams([["refused", reason], ...columns.map((column) => ["column", column])])}`);
}

async function checkUpload(actor: Actor, request: Request): Promise<Checked> {
  if (isTooBig(request)) return refused("too_big");
  const upload = await uploadOf(request);
  if (upload === undefined) return refused("no_file");
  try {
    return await checkFile(actor, upload.bytes);
  } catch (error) {
    if (!upload.isBroken()) throw error;
    return refused("broken_upload");
  } finally {
    upload.skip();
  }
}

const refused = (reason: FileRefusal["reason"]): Checked => ({ ok: false, refusal: { reason, columns: [] } });

export const commitRoute = formRoute("import:run", (actor, form) => close(form, (id) => commit(actor, id)));
export const discardRoute = formRoute("import:run", (actor, form) => close(form, (id) => discardImport(actor, id)));

/** A long file of a bank or a processor goes on after the answer: its report shows how far it is, and goes on with it where it stopped. */
async function commit(actor: Actor, id: string): Promise<Pick<Import, "id"> | undefined> {
  const found = await findImport(actor, id);
  if (found === undefined || found.kind === "onboarding") return commitImport(actor, id);
  const paid = found.kind === "payments" ? commitBank(actor, id) : commitProcessor(actor, id);
  const isSlow = await Promise.race([paid.then(() => false), pause(patienceMs, true)]);
  if (isSlow) paid.catch((error: unknown) => console.error(error));
  return found;
}

const patienceMs = 3_000;

/** Leads to the report, whatever came of it: asked twice, it shows what was done the first time. */
async function close(form: FormData, act: (id: string) => Promise<Pick<Import, "id"> | undefined>): Promise<Response> {
  const id = form.get("import");
  const closed = typeof id === "string" ? await act(id) : undefined;
  return closed === undefined ? await missing() : seeOther(`/import/${closed.id}`);
}

/** The file of all bad rows of an import. */
export async function faultsRoute(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const actor = await requireActor();
  if (!(await may(actor, { needs: "import:run", module: "import" }))) return forbidden();
  const found = await findImport(actor, (await params).id);
  if (found === undefined) return missing();
  const file = Readable.from(faultFile(eachFault(found.id), (await currentWords()).t));
  return new Response(Readable.toWeb(file) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="bad-rows.csv"',
      "cache-control": "no-store, no-transform",
    },
  });
}

const forbidden = async () => sentence(403, (await currentWords()).t("shell.no_permission"));
const missing = async () => sentence(404, (await currentWords()).t("shell.not_found"));
