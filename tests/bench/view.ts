import { customerList } from "#app/customers/list";
import { viewOf } from "#db/list";
import { findPage } from "#db/list/page";
import type { Query } from "#db/list/query";
import { countFound } from "#db/list/total";
import { findProject } from "#db/read/project";
import { dayAt } from "#lib/domain/day";
import { readParams } from "#lib/list/params";
import { wordsOf } from "#lib/list/words";

/** What a Super Admin's address asks of the customers; the words typed stand behind its `find`. */
export async function queryAt(address: string, text = ""): Promise<Query> {
  const { timeZone, businessDate } = await findProject();
  const { params, problems } = readParams(viewOf(customerList), new URL(address).searchParams);
  const wanted = text === "" ? { words: [] } : wordsOf(text);
  if (problems.length > 0 || !("words" in wanted)) throw new Error(`cannot follow ${address}`);
  const today = dayAt(new Date(), timeZone);
  return { params, words: wanted.words, isWhole: false, isMasked: false, today, businessDate, timeZone };
}

/** The statements of a list page, as the app itself runs them: its rows and how many are found. */
export const runQuery = (query: Query) => Promise.all([findPage(customerList, query), countFound(customerList, query)]);
