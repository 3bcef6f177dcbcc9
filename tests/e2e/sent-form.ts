import type { APIRequestContext, APIResponse } from "@playwright/test";
import { origin } from "#tests/e2e/app";

type Fields = Record<string, string>;

/** What the form of an action sends, as its page holds it: hidden fields and all. */
export async function formOf(request: APIRequestContext, address: string, event: string): Promise<Fields> {
  const html = await (await request.get(address)).text();
  const form = html.slice(html.indexOf(`id="act-${event}"`));
  const inputs = form.slice(0, form.indexOf("</form>")).matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g);
  return Object.fromEntries(
    [...inputs].map(([, name, value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")]),
  );
}

/** Sends it as a browser without script would. */
export function send(request: APIRequestContext, address: string, fields: Fields): Promise<APIResponse> {
  return request.post(address, { multipart: fields, headers: { origin }, maxRedirects: 0 });
}

/** The sentences of a refusal. */
export async function refusalIn(answer: APIResponse): Promise<string> {
  const [, words = ""] = /<div role="alert" class="refused"[^>]*>(.*?)<\/div>/s.exec(await answer.text()) ?? [];
  return words
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .trim();
}
