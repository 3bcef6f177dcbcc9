import { type CodeKind, isCode } from "#lib/domain/code";
import type { Entity } from "#lib/domain/machines";
import type { sections } from "#lib/domain/section";

/** What a column holds decides how it is shown, masked, written to a file and aligned. */
export type ColumnKind =
  | "code"
  | "name"
  | "text"
  | "phone"
  | "email"
  | "national_id"
  | "address"
  | "status"
  | "id_type"
  | "count"
  | "instant"
  | "moment"
  | "user"
  | "action"
  | "module"
  | "event"
  | "reason"
  | "record"
  | "details"
  | "decision"
  | "money"
  | "available"
  | "day"
  | "bucket"
  | "named"
  | "payment_type"
  | "channel"
  | "card_kind"
  | "use_tag"
  | "yes_no";
export type FilterKind = "choice" | "range" | "amount" | "days";

/** The part of a column that crosses to components: plain data, no SQL. */
export type ColumnView = {
  key: string;
  kind: ColumnKind;
  isSortable: boolean;
  /** Filtered by, but neither shown nor in the file. */
  isHidden?: true;
  filter?: FilterKind;
  options?: readonly string[];
  /** What an option stands for, where an address could not hold that itself. */
  stands?: Readonly<Record<string, string>>;
  /** What an option is called, where it is the ID of a record. */
  names?: Readonly<Record<string, string>>;
};

export type Sort = { column: string; direction: "asc" | "desc" };

export type ListView = {
  name: (typeof sections)[Entity] | "pre-customers" | "history" | "approvals";
  /** What its pages begin after: the ID of a record of this kind, or an entry's number. */
  record: CodeKind | "entry";
  /** The kinds of ID that its search finds. */
  ids: readonly CodeKind[];
  /** What its search looks for: words anywhere in a record, or one whole value. */
  text: "words" | "whole" | "nothing";
  columns: readonly ColumnView[];
  defaultSort: Sort;
  pageSize: number;
};

export const filtersOf = (list: Pick<ListView, "columns">) => list.columns.filter((column) => column.filter !== undefined);

/** The columns of the table, and of the file. */
export const shownOf = (list: Pick<ListView, "columns">) => list.columns.filter(({ isHidden }) => isHidden !== true);

/** Whether a column's values are numbers, which stand at its right. */
export const isNumber = (kind: string): boolean => kind === "count" || kind === "bucket" || isMoney(kind);

/** Whether a column's values are amounts in minor units. */
export const isMoney = (kind: string): boolean => kind === "money" || kind === "available";

/** Whether a text may be where a page of the list begins. */
export const isCursor = ({ record }: Pick<ListView, "record">, text: string): boolean =>
  record === "entry" ? /^[1-9]\d{0,14}$/.test(text) : isCode(record, text);

/** Whether a text is an ID that the list's search finds. */
export const isFound = ({ ids }: Pick<ListView, "ids">, text: string): boolean => ids.some((kind) => isCode(kind, text));

/** The value that an option stands for. */
export const valueBehind = ({ stands = {} }: Pick<ColumnView, "stands">, option: string): string =>
  Object.hasOwn(stands, option) ? (stands[option] ?? option) : option;

export function optionLabel(
  column: Pick<ColumnView, "kind" | "stands" | "names">,
  option: string,
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  const value = valueBehind(column, option);
  if (column.names !== undefined) return column.names[option] ?? option;
  return labels[column.kind]?.[value] ?? value;
}

/** Options for values that an address could not hold themselves: only small letters, digits and `_` are in them. */
export function optionsFor(values: readonly string[]): { options: readonly string[]; stands: Readonly<Record<string, string>> } {
  const stands = Object.fromEntries(values.map((value) => [value.toLowerCase().replace(/[^a-z0-9]/g, "_"), value]));
  return { options: Object.keys(stands), stands };
}
