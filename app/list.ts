import "server-only";
import { answerWith } from "#app/answer";
import { currentProject } from "#app/project";
import { requireActor } from "#app/session";
import { currentWay } from "#app/way";
import { type ListFor, type ListSpec, listFor, viewOf } from "#db/list";
import { findPage, type Page, type Value } from "#db/list/page";
import type { Query } from "#db/list/query";
import { countAll, countFound, type Total } from "#db/list/total";
import { findSearch } from "#db/read/saved-search";
import { type Actor, can } from "#lib/domain/actor";
import { dayAt } from "#lib/domain/day";
import { cellText, type Format } from "#lib/list/format";
import { labelsOf } from "#lib/list/labels";
import { largestAmount, largestNumber, type Problem, readParams } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";
import { type ColumnKind, type ListView, shownOf } from "#lib/list/view";
import { longestText, wordsOf } from "#lib/list/words";
import type { Translate } from "#lib/messages/catalogue";
import type { Way } from "#lib/way";

export type Search = Record<string, string | string[] | undefined>;

/** How what a list shows beside plain values is worded, by the kind of its column. */
export type Wording = (way: Way & { actor: Actor }) => Partial<Record<ColumnKind, (value: Value) => string | Promise<string>>>;

/** Opens a list at an address, for whoever is signed in. */
export async function openList(declared: ListFor, asked: Search, wording: Wording = () => ({})): Promise<ShownList> {
  const actor = await requireActor();
  const [way, project] = await Promise.all([currentWay(), currentProject()]);
  const { language, t, format } = way;
  const spec = await listFor(declared, actor, "page");
  const list = viewOf(spec);
  const search = searchOf(asked);
  const reading = await readQuery(spec, actor, search, project);
  const [total, result] = await Promise.all([
    countAll(spec),
    reading.problems.length > 0 ? undefined : look(spec, reading.query),
  ]);
  const problems: Problem[] = result === undefined ? reading.problems : result === "gone" ? [{ word: "page_gone" }] : [];
  if (problems.length > 0) answerWith(400);
  return {
    ...way,
    list,
    path: `/${list.name}`,
    search,
    params: reading.params,
    text: reading.text,
    timeZone: project.timeZone,
    canDownload: can(actor, "list:download"),
    isMasked: reading.query.isMasked,
    total,
    labels: labelsOf(list, language, t),
    result:
      result === undefined || result === "gone"
        ? { problems: problems.map((problem) => ({ about: problem.about ?? "", sentence: sentenceOf(list, problem, t) })) }
        : {
            ...result.page,
            found: result.found,
            rows: await textOf(list, result.page, format, wording({ actor, ...way })),
          },
  };
}

type Days = Pick<Query, "timeZone" | "businessDate">;

/** What an address asks of a list, for this actor: the query, what was typed, and what cannot be followed. */
export async function readQuery(spec: ListSpec, actor: Actor, search: URLSearchParams, { timeZone, businessDate }: Days) {
  const { params, problems } = readParams(viewOf(spec), search);
  // Whatever else is wrong with the address, what was typed is shown again.
  const kept = params.find === undefined ? undefined : await findSearch(actor, spec.name, params.find);
  if (params.find !== undefined && kept === undefined) problems.push({ word: "search_gone" });
  const text = kept ?? "";
  const wanted = text === "" ? { words: [] } : wordsOf(text);
  const isMasked = !can(actor, "pii:read");
  const query: Query = {
    params,
    words: "words" in wanted ? wanted.words : [],
    isWhole: isMasked,
    isMasked,
    today: dayAt(new Date(), timeZone),
    businessDate,
    timeZone,
  };
  const wordProblems: Problem[] = "problem" in wanted ? [{ word: wanted.problem }] : [];
  return { params, query, text: params.code ?? text, problems: [...problems, ...wordProblems] };
}

export function sentenceOf(list: ListView, problem: Problem, t: Translate): string {
  const column = list.columns.find(({ key }) => key === problem.about);
  const filter = column === undefined ? (problem.about ?? "") : t(`${list.name}.${column.key}` as never);
  const max = problem.word === "too_long" ? longestText : problem.word === "bad_amount" ? largestAmount / 100n : largestNumber;
  return t(`list.${problem.word}`, { filter, value: problem.value ?? "", max: String(max) });
}

async function look(spec: ListSpec, query: Query): Promise<{ page: Page; found: Total } | "gone"> {
  // A search by words may learn their number on the way; else counting need not wait for the page.
  if (query.words.length > 0) {
    const page = await findPage(spec, query);
    if (page === undefined) return "gone";
    return { page, found: page.found === undefined ? await countFound(spec, query) : { records: page.found, isMore: false } };
  }
  const [page, found] = await Promise.all([findPage(spec, query), countFound(spec, query)]);
  return page === undefined ? "gone" : { page, found };
}

function textOf(list: ListView, { rows }: Page, format: Format, worded: ReturnType<Wording>): Promise<string[][]> {
  const cells = shownOf(list).map(({ kind }) => worded[kind] ?? ((value: Value) => cellText(kind, value, format)));
  return Promise.all(rows.map((row) => Promise.all(cells.map((text, index) => text(row[index] ?? null)))));
}

function searchOf(asked: Search): URLSearchParams {
  const pairs = Object.entries(asked).flatMap(([key, value]) => [value ?? []].flat().map((each) => [key, each]));
  return new URLSearchParams(pairs as [string, string][]);
}
