import "server-only";
import { answerWith } from "#app/answer";
import { openBank } from "#app/import/bank";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import type { NoPermissionProps } from "#components/ui/no-permission";
import { type FoundImport, findImport, listFaults, listImports } from "#db/read/import";
import { countLeft } from "#db/read/processor";
import { type Actor, can } from "#lib/domain/actor";
import type { Translate } from "#lib/messages/catalogue";
import { fileColumns, fileRefusals } from "#lib/onboarding/fault";
import type { ShownImport, ShownReport, ShownStart } from "#lib/onboarding/shown";

type Search = Record<string, string | string[] | undefined>;
type Opened<Shown> = { isAllowed: true; shown: Shown } | ({ isAllowed: false } & NoPermissionProps);

const shownFaults = 100;

/** The page where an import begins, for whoever is signed in. */
export async function openStart(search: Search): Promise<Opened<ShownStart>> {
  const { actor, language, t, format } = await whoAsks();
  if (!can(actor, "import:run")) return forbid(actor, { language, t });
  const refusal = refusalIn(search, t);
  if (refusal !== undefined) answerWith(400);
  return { isAllowed: true, shown: { t, format, refusal, recent: (await listImports(actor)).map(shownOf) } };
}

/** The report of an import; `shown` is undefined when the operator has no such import. */
export async function openReport(id: string): Promise<Opened<ShownReport | undefined>> {
  const { actor, language, t, format } = await whoAsks();
  if (!can(actor, "import:run")) return forbid(actor, { language, t });
  const found = await findImport(actor, id);
  return {
    isAllowed: true,
    shown: found && {
      ...{ t, format, shown: shownOf(found), faults: await listFaults(found.id, shownFaults) },
      left: found.kind === "processor" ? await countLeft(found.id) : 0,
      bank: found.kind === "payments" ? await openBank(actor, found.id, { t, format }) : undefined,
    },
  };
}

async function whoAsks() {
  const actor = await requireActor();
  return { actor, ...(await currentWay()) };
}

function forbid({ role }: Actor, { language, t }: Pick<NoPermissionProps, "language" | "t">) {
  answerWith(403);
  return { isAllowed: false, t, language, role, needs: "import:run" } as const;
}

/** The sentence for the file that was refused, whose reason the address carries. */
function refusalIn(search: Search, t: Translate): string | undefined {
  const reason = fileRefusals.find((each) => each === search["refused"]);
  const columns = [search["column"] ?? []].flat().filter((column) => (fileColumns as readonly string[]).includes(column));
  return reason && t(`import_refusal.${reason}`, { columns: columns.join(", ") });
}

const shownOf = ({ status, isInterrupted, ...found }: FoundImport): ShownImport => ({
  ...found,
  state: isInterrupted ? (status === "committing" ? "stopped" : "interrupted") : status,
});
