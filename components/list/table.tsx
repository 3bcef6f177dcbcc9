import { type Header, ListTable, type Step, type TableText } from "#components/list/list-table";
import { addressOf, type Place, signed } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";
import { type ColumnView, shownOf } from "#lib/list/view";

type TablePage = { rows: string[][]; first?: string; last?: string; hasPrevious: boolean; hasNext: boolean };

/** The table and its pager, handed as one text to the leaf that shows them: a server component would send all of it twice. */
export function Table({ page, ...shown }: ShownList & { page: TablePage }) {
  const { list, labels, path, t } = shown;
  const table: TableText = {
    title: t(`${list.name}.title`),
    columns: shownOf(list).map((column) => headerOf(shown, column)),
    rows: page.rows,
    labels,
    path,
    copy: t.raw("shell.copy"),
    pages: t("list.pages"),
    steps: stepsOf(shown, page),
  };
  return <ListTable text={JSON.stringify(table)} />;
}

function headerOf({ list, params, t }: ShownList, { key, kind, isSortable }: ColumnView): Header {
  const label = t(`${list.name}.${key}` as never);
  if (!isSortable) return { key, kind, label };
  const { column, direction } = params.sort;
  const isSorted = column === key;
  const next = isSorted && direction === "asc" ? "desc" : isSorted || kind === "name" ? "asc" : "desc";
  const sort = { column: key, direction: next } as const;
  return {
    key,
    kind,
    label,
    sort: {
      address: addressOf(list, { ...params, sort, place: { at: "first" } }),
      title: t(next === "asc" ? "list.sort_up" : "list.sort_down", { column: label }),
      key: signed(sort),
      ...(isSorted && { order: direction === "asc" ? "ascending" : "descending" }),
    },
  };
}

/** First, previous, next and last page; an end that is reached has no address. */
function stepsOf({ list, params, t }: ShownList, { first = "", last = "", hasPrevious, hasNext }: TablePage): Step[] {
  const step = (word: "first" | "previous" | "next" | "last", sign: string, isOpen: boolean, place: Place) => ({
    rel: word === "previous" ? "prev" : word,
    sign,
    label: t(`list.${word}`),
    ...(isOpen && { address: addressOf(list, { ...params, place }) }),
  });
  return [
    step("first", "⇤", hasPrevious, { at: "first" }),
    step("previous", "←", hasPrevious, { at: "before", code: first }),
    step("next", "→", hasNext, { at: "after", code: last }),
    step("last", "⇥", hasNext, { at: "last" }),
  ];
}
