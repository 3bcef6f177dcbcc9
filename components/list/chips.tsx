import type { Filter } from "#lib/list/params";
import { addressOf } from "#lib/list/params";
import type { ShownList } from "#lib/list/shown";
import { type ColumnView, filtersOf, optionLabel } from "#lib/list/view";

/** The applied filters, each with a way to take it off. */
export function Chips(shown: ShownList) {
  const { list, params, text, path, t, result } = shown;
  const chips = filtersOf(list).flatMap((column) => {
    const filter = params.filters[column.key];
    if (filter === undefined) return [];
    const { [column.key]: _, ...filters } = params.filters;
    return [
      {
        label: `${t(`${list.name}.${column.key}` as never)}: ${described(shown, column, filter)}`,
        without: { ...params, filters },
      },
    ];
  });
  const { code: _code, find: _find, ...untexted } = params;
  if (text !== "") chips.unshift({ label: `“${text.slice(0, 60)}”`, without: untexted });
  if (chips.length === 0 || "problems" in result) return null;
  const address = (to: typeof params) => addressOf(list, { ...to, place: { at: "first" }, isExact: false });
  return (
    <ul className="chips" aria-label={t("list.applied")}>
      {chips.map(({ label, without }) => (
        <li key={label}>
          {label}
          <a href={address(without)} aria-label={t("list.remove", { filter: label })}>
            ×
          </a>
        </li>
      ))}
      <li className="clear">
        <a href={path}>{t("list.clear")}</a>
      </li>
    </ul>
  );
}

function described({ labels, t, format }: ShownList, column: ColumnView, filter: Filter): string {
  if (filter.kind === "choice") return filter.values.map((option) => optionLabel(column, option, labels)).join(", ");
  if ("period" in filter) return t(`list.period_${filter.period}`);
  const word = (bound: string | number | bigint) =>
    typeof bound === "bigint" ? format.money(bound) : typeof bound === "string" ? format.plainDay(bound) : String(bound);
  const { from, to } = filter;
  if (to === undefined) return t("list.since", { from: word(from ?? 0) });
  return from === undefined ? t("list.until", { to: word(to) }) : t("list.since_until", { from: word(from), to: word(to) });
}
