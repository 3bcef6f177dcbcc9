import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { App } from "#tests/bench/app";

export type Person = { id: string; code: string; moves: number; status: string };
type Answered = { status: number; location: string };

/** Posts the actions of customers' pages. */
export async function actionOf(app: App, code: string) {
  const form = await formOf(app, `/customers/${code}`, 'id="act-');
  return {
    post: (person: Pick<Person, "code" | "moves">, event: string, key: string = randomUUID()): Promise<Answered> => {
      const said = { entity: "customer", code: person.code, event, moves: `${person.moves}`, key, comment: "" };
      const reason = event === "disable" ? "holder_request" : "mistake";
      return form.post(`/customers/${person.code}`, { ...said, reason });
    },
    end: form.end,
  };
}

/** Posts a form of a page as a browser without script does: its own hidden fields, those of the first one, and what is typed. */
export async function formOf({ url, browser }: App, path: string, opening: string) {
  const { body } = await browser.get(url + path);
  const hidden = hiddenIn(body.slice(body.indexOf(opening)));
  const agent = new Agent({ keepAlive: true });
  return {
    post: (to: string, typed: Record<string, string>): Promise<Answered> =>
      send(agent, url + to, browser.cookie(), [...hidden, ...Object.entries(typed)]),
    end: () => agent.destroy(),
  };
}

/** What names the server action among a form's fields. */
function hiddenIn(form: string): [string, string][] {
  const fields = form.slice(0, form.indexOf("</form>")).matchAll(/<input type="hidden" name="(\$[^"]+)"(?: value="([^"]*)")?/g);
  return [...fields].map(([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]);
}

const boundary = "----cartera";

function send(agent: Agent, address: string, cookie: string, fields: [string, string][]): Promise<Answered> {
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const body = `${parts.join("")}--${boundary}--\r\n`;
  const headers = {
    cookie,
    origin: new URL(address).origin,
    "content-type": `multipart/form-data; boundary=${boundary}`,
    "content-length": Buffer.byteLength(body),
  };
  return new Promise((answered, failed) => {
    const sent = request(address, { agent, method: "POST", headers }, (response) => {
      response.resume();
      response.once("error", failed);
      response.once("end", () => answered({ status: response.statusCode ?? 0, location: response.headers.location ?? "" }));
    });
    sent.once("error", failed);
    sent.end(body);
  });
}
