import type { Labels } from "#lib/list/labels";
import type { ListParams } from "#lib/list/params";
import type { ListView } from "#lib/list/view";
import type { Way } from "#lib/way";

type Found = {
  found: { records: number; isMore: boolean };
  rows: string[][];
  first?: string;
  last?: string;
  hasPrevious: boolean;
  hasNext: boolean;
};

/** A list at an address, as its page is handed it. */
export type ShownList = Way & {
  list: ListView;
  path: string;
  search: URLSearchParams;
  params: ListParams;
  text: string;
  timeZone: string;
  canDownload: boolean;
  isMasked: boolean;
  total: number;
  labels: Labels;
  result: { problems: { about: string; sentence: string }[] } | Found;
};
