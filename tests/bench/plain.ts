import { fork } from "node:child_process";
import { once } from "node:events";
import { customerList } from "#app/customers/list";
import { pool } from "#db/client";
import { findPage } from "#db/list/page";
import { countAll, countFound } from "#db/list/total";
import { findProject } from "#db/read/project";
import { seeSession } from "#db/write/session";
import { statusWords } from "#lib/messages/catalogue";
import type { App } from "#tests/bench/app";
import type { Recipe } from "#tests/bench/plain-server";
import { type Statement, statementsOf } from "#tests/bench/statements";
import { queryAt } from "#tests/bench/view";

/** A plain server, in a process of its own, that asks what the app asks for its first page and joins the same HTML. */
export async function startPlain(app: App, databaseUrl: string) {
  const child = fork("tests/bench/plain-server.ts", {
    execArgv: ["--conditions=react-server", "--import", "tsx"],
    env: { ...process.env, NODE_ENV: "production" },
  });
  child.send(await recipeFrom(app, databaseUrl));
  const [{ port }] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}/customers`, pid: Number(child.pid), stop: () => void child.disconnect() };
}

async function recipeFrom({ url, browser }: App, databaseUrl: string): Promise<Recipe> {
  const address = `${url}/customers`;
  const { body } = await browser.get(address);
  const [start, end] = [body.indexOf("<tbody>") + "<tbody>".length, body.indexOf("</tbody>")];
  if (end < start) throw new Error("the first page has no rows");
  const query = await queryAt(address);
  const session = await pool.query<{ id: string }>("SELECT id FROM sessions ORDER BY created_at DESC LIMIT 1");
  return {
    databaseUrl,
    session: await statementOf(() => seeSession(session.rows[0]?.id ?? "")),
    project: await statementOf(findProject),
    total: await statementOf(() => countAll(customerList)),
    found: await statementOf(() => countFound(customerList, query)),
    rows: await statementOf(() => findPage(customerList, query)),
    kinds: Object.values(customerList.columns).map(({ kind }) => kind),
    labels: Object.fromEntries(Object.entries(statusWords.en.customer).map(([status, { label }]) => [status, label])),
    pageSize: customerList.pageSize,
    timeZone: query.timeZone,
    before: body.slice(0, start),
    after: body.slice(end),
  };
}

async function statementOf(run: () => Promise<unknown>): Promise<Statement> {
  const [statement, ...others] = await statementsOf(run);
  if (statement === undefined || others.length > 0) throw new Error("not one statement");
  return statement;
}
