import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";
import type { App } from "#tests/bench/app";

export type Person = { id: string; code: string; moves: number; status: string };
type Answered = { status: number; location: string };

/** Posts the actions of customers' pages as a browser without script does: the form's own hidden fields, and what is typed. */
export async function actionOf({ url, browser }: App, code: string) {
  const { body } = await browser.get(`${url}/customers/${code}`);
  const hidden = hiddenIn(body.slice(body.indexOf('id="act-')));
  const agent = new Agent({ keepAlive: true });
  return {
    post: (person: Pick<Person, "code" | "moves">, event: string, key: string = randomUUID()): Promise<Answered> => {
      const said = {
        entity: "customer",
        code: person.code,
        event,
        moves: `${person.moves}`,
        key,
        reason: "mistake",
        comment: "",
      };
      const asked = event === "disable" ? { ...said, reason: "holder_request" } : said;
      return send(agent, `${url}/customers/${person.code}`, browser.cookie(), [...hidden, ...Object.entries(asked)]);
    },
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
