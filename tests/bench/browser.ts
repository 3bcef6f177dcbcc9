import { Agent, type IncomingMessage, request } from "node:http";

type Answer = {
  url: string;
  status: number;
  location: string | undefined;
  body: string;
  firstByteMs: number;
  lastByteMs: number;
};
export type Browser = {
  get: (url: string) => Promise<Answer>;
  /** Posts a form as a page of the same origin would, and follows where it leads. */
  post: (url: string, fields: Record<string, string>) => Promise<Answer>;
  open: (url: string) => Promise<IncomingMessage>;
  cookie: () => string;
};

/** As little of a browser as a bench needs: cookies, redirects, and one connection kept open to each server. */
export function openBrowser(): Browser {
  const agent = new Agent({ keepAlive: true });
  // Ports of one host share their cookies, so one jar is what a browser has too.
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function open(url: string, form?: URLSearchParams): Promise<IncomingMessage> {
    const body = form?.toString();
    const sent = request(url, {
      agent,
      method: body === undefined ? "GET" : "POST",
      headers: {
        cookie: cookie(),
        ...(body !== undefined && {
          origin: new URL(url).origin,
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
        }),
      },
    });
    sent.end(body);
    const answer = await new Promise<IncomingMessage>((answered, failed) =>
      sent.once("error", failed).once("response", answered),
    );
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  }

  async function ask(url: string, form?: URLSearchParams): Promise<Answer> {
    const startedAt = performance.now();
    const answer = await open(url, form);
    let firstByteMs = 0;
    const chunks: Buffer[] = [];
    for await (const chunk of answer) {
      firstByteMs ||= performance.now() - startedAt;
      chunks.push(chunk);
    }
    const { statusCode: status = 0, headers } = answer;
    const location = headers.location && new URL(headers.location, url).href;
    return {
      url,
      status,
      location,
      body: Buffer.concat(chunks).toString("utf8"),
      firstByteMs,
      lastByteMs: performance.now() - startedAt,
    };
  }

  const get = async (url: string) => whole(await ask(url));

  async function post(url: string, fields: Record<string, string>): Promise<Answer> {
    let { location } = await ask(url, new URLSearchParams(fields));
    if (location === undefined) throw new Error(`${url} leads nowhere`);
    for (;;) {
      const answer = await ask(location);
      if (answer.location === undefined) return whole(answer);
      location = answer.location;
    }
  }

  return { get, post, open: (url) => open(url), cookie };
}

function whole(answer: Answer): Answer {
  if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
  return answer;
}
