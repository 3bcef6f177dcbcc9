import { Fragment } from "react";
import { addressOf, splitAtCodes } from "#lib/record-address";

/** A sentence in which every record's ID leads to it. */
export function Linked({ text }: { text: string }) {
  return splitAtCodes(text).map((part, at) => {
    const address = addressOf(part);
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing else, and never move.
    if (address === undefined) return <Fragment key={at}>{part}</Fragment>;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <a key={at} href={address}>
        {part}
      </a>
    );
  });
}
