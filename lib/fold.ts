import type { Translate } from "#lib/messages/catalogue";

/** More rows than a page should begin with. */
const many = 24;

/** What the button says behind which so many rows stand, where they are many. */
export const foldOf = (rows: number, t: Translate): string | undefined =>
  rows > many ? t("record.all_rows", { count: rows }) : undefined;
