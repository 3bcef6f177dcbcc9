import { escaped } from "#lib/list/html/escaped";

/** What was said with something that was asked for: the reason, and the comment or why that is not seen. */
export type Said = { reason: string; comment?: string; unseen?: string };

/** The cell of it, as text: see `rowsHtml`. */
export function saidHtml(text: string): string {
  const { reason, comment, unseen }: Said = JSON.parse(text);
  const quote = comment === undefined ? "" : `<blockquote>${foldedHtml(comment)}</blockquote>`;
  const why = unseen === undefined ? "" : `<p>${escaped(unseen)}</p>`;
  return `<td class="said">${escaped(reason)}${quote}${why}</td>`;
}

/** So much of a comment is shown at once, that a long one does not push the others off the page. */
const shownAtOnce = 200;
const beginningOf = new RegExp(`^.{1,${shownAtOnce}}(?=\\s)|^.{1,${shownAtOnce}}`, "su");

function foldedHtml(comment: string): string {
  if (comment.length <= shownAtOnce) return escaped(comment);
  const [beginning = ""] = beginningOf.exec(comment) ?? [];
  const rest = comment.slice(beginning.length);
  return `<details><summary>${escaped(beginning)}</summary>${escaped(rest)}</details>`;
}
