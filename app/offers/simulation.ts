import "server-only";
import { sentence } from "#app/action";
import { answerWith } from "#app/answer";
import type { Search } from "#app/list";
import { wordMissing } from "#app/offers/open";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { db } from "#db/client";
import { findMissing } from "#db/read/completeness";
import { findOffer } from "#db/read/offer";
import { findSight } from "#db/read/rules";
import { record } from "#db/write/history";
import { may } from "#db/write/permission";
import { type Simulated, simulate, simulated } from "#lib/catalogue/simulation";
import { simulationCsv, simulationFields, wordSimulation } from "#lib/catalogue/simulation-words";
import { can } from "#lib/domain/actor";
import { isCode } from "#lib/domain/code";
import type { Day } from "#lib/domain/day";
import { sections } from "#lib/domain/section";
import type { Way } from "#lib/way";

/** The simulation of an offer that an address asks for; undefined where the ID is no offer's. */
export async function openSimulation(code: string, search: Search) {
  const actor = await requireActor();
  const offer = isCode("offer", code) ? await findOffer(actor, code) : undefined;
  if (offer === undefined) return undefined;
  const [way, project] = await Promise.all([currentWay(), currentProject()]);
  const typed = typedIn((name) => [search[name] ?? ""].flat()[0] ?? "");
  const judged = judge(typed, offer, project);
  const isAsked = simulated.some((name) => search[name] !== undefined);
  const faults = isAsked && judged?.ok === false ? judged.faults : [];
  if (faults.length > 0) answerWith(400);
  return {
    offer: { code, name: offer.name },
    way,
    fields: simulationFields(typed, faults, offer, way.format.plainDay(project.businessDate), way),
    isRefused: faults.length > 0,
    missing: judged === undefined ? await listMissing(offer, way) : undefined,
    result: judged?.ok ? wordSimulation(judged.simulation, addressOf(code, typed), way) : undefined,
    mayDownload: can(actor, "list:download"),
  };
}

/** The same as a file, which is kept in the history as every download is. */
export async function simulationFile(code: string, search: URLSearchParams): Promise<Response> {
  const [actor, way, project] = await Promise.all([requireActor(), currentWay(), currentProject()]);
  if (!(await may(actor, { needs: "list:download", module: sections.offer }))) return sentence(403, way.t("shell.no_permission"));
  const offer = isCode("offer", code) ? await findOffer(actor, code) : undefined;
  if (offer === undefined) return sentence(404, way.t("offering_refusal.unknown"));
  const typed = typedIn((name) => search.get(name) ?? "");
  const judged = judge(typed, offer, project);
  if (judged === undefined) return sentence(400, way.t("simulation.missing"));
  if (!judged.ok) {
    const fields = simulationFields(typed, judged.faults, offer, "", way);
    return sentence(400, fields.flatMap(({ label, fault }) => (fault === undefined ? [] : [`${label}: ${fault}`])).join("\n"));
  }
  const { csv, rows } = simulationCsv(judged.simulation, way);
  const filter = new URLSearchParams(asked(typed)).toString();
  const deed = { module: sections.offer, record: code };
  await record(
    db,
    actor,
    { ...deed, action: "export.started", details: { filter } },
    { ...deed, action: "export.finished", details: { filter, rows } },
  );
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${code}-schedule.csv"`,
      "cache-control": "no-store, no-transform",
    },
  });
}

/** More than this nobody types. */
const longest = 1_000;

const typedIn = (textOf: (name: keyof Simulated) => string) =>
  Object.fromEntries(simulated.map((name) => [name, textOf(name).slice(0, longest)])) as Simulated;

const asked = (typed: Simulated) => Object.entries(typed).filter(([, value]) => value.trim() !== "");

const addressOf = (code: string, typed: Simulated) => `/offers/${code}/simulate/export?${new URLSearchParams(asked(typed))}`;

type Offer = NonNullable<Awaited<ReturnType<typeof findOffer>>>;
type Project = Awaited<ReturnType<typeof currentProject>>;

const judge = (typed: Simulated, offer: Offer, { businessDate, currency }: Project) =>
  simulate(typed, offer, { businessDate: businessDate as Day, currency });

const ofTerms = ["setting_annual_rate", "setting_method", "setting_periodicity"];

async function listMissing(offer: Offer, way: Way) {
  const refusals = await findMissing(await findSight(db), offer.code);
  return refusals.filter(({ rule }) => ofTerms.includes(rule)).map((each) => wordMissing(each, offer, way));
}
