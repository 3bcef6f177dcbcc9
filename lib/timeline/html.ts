import { linkedHtml } from "#lib/linked-html";
import type { Format } from "#lib/list/format";
import { escaped } from "#lib/list/html/escaped";
import type { TimelineLine } from "#lib/timeline";

type Moments = Pick<Format, "moment">;

/** One thing that was done, as an item of HTML in which every text is escaped and every record's ID leads to it. */
export function lineHtml({ at, ...line }: TimelineLine, { moment }: Moments): string {
  const { record, deed, detail, who, notes, changes, comment } = line;
  const parts = [
    `<p>${record === undefined ? "" : linkedHtml(record)} <b>${escaped(deed)}</b>${detail === "" ? "" : `: ${escaped(detail)}`}</p>`,
    ...(who === "" ? [] : [`<p class="who">${linkedHtml(who)}</p>`]),
    ...notes.map((note) => `<p>${linkedHtml(note)}</p>`),
    ...changes.map((change) => `<p>${escaped(change)}</p>`),
    ...(comment === undefined ? [] : [`<blockquote>${escaped(comment)}</blockquote>`]),
  ];
  return `<li><time datetime="${at.toISOString()}">${escaped(moment(at))}</time><div>${parts.join("")}</div></li>`;
}
