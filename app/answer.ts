import { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";

const key = Symbol.for("cartera.responses");
const shared = globalThis as { [key]?: AsyncLocalStorage<ServerResponse> };

/** The response being made. The server and the pages are separate bundles of one process: they meet on globalThis. */
export const responses = shared[key] ?? new AsyncLocalStorage<ServerResponse>();
shared[key] = responses;

/** Gives the page being rendered another HTTP status than 200, which Next leaves no page to do. */
export function answerWith(status: 400 | 403 | 404 | 409) {
  const response = responses.getStore();
  if (response !== undefined && !response.headersSent) response.statusCode = status;
}
