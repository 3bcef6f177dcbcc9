import { escaped } from "#lib/list/html/escaped";

/** What an account has available, and why none of it can be spent, where that is so. */
export type Available = { amount: string; unspendable?: string };

/** The cell of it, as text: see `rowsHtml`. */
export function availableHtml(text: string): string {
  const { amount, unspendable }: Available = JSON.parse(text);
  if (unspendable === undefined) return `<td class="n">${escaped(amount)}</td>`;
  const why = escaped(unspendable);
  return `<td class="n unspendable"><s title="${why}">${escaped(amount)}</s><span class="sr-only">${why}</span></td>`;
}
