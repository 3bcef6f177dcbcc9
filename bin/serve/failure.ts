import type { ServerResponse } from "node:http";

const page = `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="/icon.svg"><title>Cartera</title>
<main><h1>Something failed on our side</h1>
<p>Nothing was changed. <a href="">Try again</a>; if it fails again, tell whoever runs this installation.</p>
<hr lang="es"><h1 lang="es">Algo falló de nuestro lado</h1>
<p lang="es">No se cambió nada. <a href="">Intente de nuevo</a>; si vuelve a fallar, avise a quien administra esta instalación.</p>
</main></html>
`;

/** The whole answer to what is not HTTP, or too much of it to be a request of ours. */
export const unreadable = [
  "HTTP/1.1 400 Bad Request",
  "content-type: text/plain; charset=utf-8",
  "content-security-policy: default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security: max-age=31536000; includeSubDomains",
  "x-content-type-options: nosniff",
  "referrer-policy: same-origin",
  "cache-control: no-store",
  "connection: close",
  "",
  "This request cannot be read.\n",
].join("\r\n");

/** Answers a failure in words: what Next sends for one is blank until its script has run. */
export function wordFailures(response: ServerResponse) {
  const { writeHead, end } = response;
  let hasFailed = false;
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    hasFailed ||= isPageFailure(response, Number(head[0]));
    if (!hasFailed) return writeHead.apply(response, head);
    for (const name of ["content-length", "content-encoding", "etag", "transfer-encoding"]) response.removeHeader(name);
    return writeHead.call(response, 500, { "content-type": "text/html; charset=utf-8" });
  }) as typeof writeHead;
  const write = response.write;
  response.write = ((...chunk: Parameters<typeof write>) => (failed() ? true : write.apply(response, chunk))) as typeof write;
  response.end = ((...chunk: Parameters<typeof end>) =>
    failed() ? end.call(response, page, "utf8") : end.apply(response, chunk)) as typeof end;

  function failed() {
    if (!response.headersSent) response.writeHead(response.statusCode);
    return hasFailed;
  }
}

const isPageFailure = (response: ServerResponse, status: number) =>
  status >= 500 && String(response.getHeader("content-type") ?? "text/html").startsWith("text/html");
