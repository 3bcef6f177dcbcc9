import "server-only";
import { formRoute, sectionOf, seeOther, sentence } from "#app/action";
import { readQuery, sentenceOf } from "#app/list";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWords } from "#app/words";
import { db } from "#db/client";
import { type ListFor, listFor, viewOf } from "#db/list";
import { copyCsv } from "#db/list/copy";
import { type Deed, record } from "#db/write/history";
import { may } from "#db/write/permission";
import { saveSearch } from "#db/write/saved-search";
import type { Actor, Permission } from "#lib/domain/actor";
import { labelsOf } from "#lib/list/labels";
import { writeParams } from "#lib/list/params";
import { filtersOf, isFound, shownOf } from "#lib/list/view";

const mostChoices = 100;

/** Where a list's form is posted: keeps the words typed out of the address and leads to the view asked for. */
export const searchRoute = (declared: ListFor, reads: Permission = "record:read") =>
  formRoute(reads, async (actor, form) => {
    const list = viewOf(await listFor(declared, actor, "page"));
    const asked = new URLSearchParams();
    for (const key of ["sort", ...filtersOf(list).flatMap(({ key }) => [key, `${key}_from`, `${key}_to`])]) {
      for (const value of form.getAll(key).slice(0, mostChoices))
        if (typeof value === "string" && value !== "") asked.append(key, value.slice(0, 100));
    }
    const typed = list.text === "nothing" ? "" : form.get("text");
    const text = typeof typed === "string" ? typed.normalize("NFC").trim() : "";
    if (isFound(list, text.toUpperCase())) asked.set("id", text.toUpperCase());
    else if (text !== "") asked.set("find", await saveSearch(actor, list.name, text));
    return seeOther(`/${list.name}${asked.size > 0 ? `?${asked}` : ""}`);
  });

/** The file of everything a view finds; what was downloaded, by whom and how many rows goes into the history. */
export const exportRoute =
  (declared: ListFor, reads: Permission = "record:read") =>
  async (request: Request) => {
    const actor = await requireActor();
    const [{ language, t }, project] = await Promise.all([currentWords(), currentProject()]);
    const module = sectionOf(request);
    const mayDownload = (await may(actor, { needs: "list:download", module })) && (await may(actor, { needs: reads, module }));
    if (!mayDownload) return sentence(403, t("shell.no_permission"));
    const spec = await listFor(declared, actor, "file");
    const list = viewOf(spec);
    const { query, params, problems } = await readQuery(spec, actor, new URL(request.url).searchParams, project);
    if (problems.length > 0) return sentence(400, problems.map((problem) => sentenceOf(list, problem, t)).join("\n"));
    const filter = writeParams(list, { ...params, place: { at: "first" }, isExact: false }).toString();
    await note(actor, list.name, "export.started", { filter });
    const headers = Object.fromEntries(shownOf(list).map(({ key }) => [key, t(`${list.name}.${key}` as never)]));
    const file = await copyCsv(spec, query, { headers, values: labelsOf(list, language, t) }, (end) =>
      end.isWhole
        ? note(actor, list.name, "export.finished", { filter, rows: end.rows })
        : note(actor, list.name, "export.cancelled", { filter }),
    );
    if (file === undefined) {
      await note(actor, list.name, "export.refused", { filter });
      return sentence(503, t("list.busy"));
    }
    return new Response(file, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${list.name}-${query.today}.csv"`,
        // Compressing takes longer than sending, and holds rows back.
        "cache-control": "no-store, no-transform",
      },
    });
  };

const note = (actor: Actor, module: string, action: Deed["action"], details: Record<string, string | number>) =>
  record(db, actor, { action, module, details });
