import { escaped } from "#lib/list/html/escaped";
import { addressOf, splitAtCodes } from "#lib/record-address";

/** A sentence as HTML, in which every record's ID leads to it. */
export const linkedHtml = (text: string): string =>
  splitAtCodes(text)
    .map((part) => {
      const address = addressOf(part);
      return address === undefined ? escaped(part) : `<a href="${address}">${part}</a>`;
    })
    .join("");
