import { parseDay } from "#lib/domain/day";
import { periods } from "#lib/list/period";
import type { ShownList } from "#lib/list/shown";
import { type ColumnView, filtersOf, optionLabel } from "#lib/list/view";

/** The form of a list's filters. It is posted, so that nothing typed reaches an address; choosing changes nothing until Search. */
export function Filters(shown: ShownList) {
  const { list, path, search, text, t } = shown;
  return (
    <form className="filters" method="post" action={`${path}/search`} autoComplete="off">
      {list.text !== "nothing" && (
        <label className="text">
          <span className="sr-only">{t(`${list.name}.text` as never)}</span>
          <input type="search" name="text" defaultValue={text} placeholder={t(`${list.name}.text` as never)} />
        </label>
      )}
      {filtersOf(list).map((column) => (
        <FilterField key={column.key} column={column} {...shown} />
      ))}
      {search.has("sort") && <input type="hidden" name="sort" value={search.get("sort") ?? ""} />}
      <button type="submit" className="button primary">
        {t("list.search")}
      </button>
    </form>
  );
}

function FilterField({ column, ...shown }: ShownList & { column: ColumnView }) {
  const { list, params, t, result } = shown;
  const isWrong = "problems" in result && result.problems.some(({ about }) => about === column.key);
  const filter = params.filters[column.key];
  const count = filter?.kind === "choice" ? filter.values.length : filter === undefined ? 0 : 1;
  return (
    <details className="filter" name="filter" open={isWrong}>
      <summary>
        {t(`${list.name}.${column.key}` as never)}
        {count > 0 && <b>{count}</b>}
      </summary>
      <fieldset>
        <legend className="sr-only">{t(`${list.name}.${column.key}` as never)}</legend>
        {column.filter === "choice" ? <Choices {...shown} column={column} /> : <Bounds {...shown} column={column} />}
      </fieldset>
    </details>
  );
}

function Choices({ column, search, labels }: ShownList & { column: ColumnView }) {
  const { key, options = [] } = column;
  const chosen = search.getAll(key);
  return options.map((option) => (
    <label key={option} className="choice">
      <input type="checkbox" name={key} value={option} defaultChecked={chosen.includes(option)} />
      {optionLabel(column, option, labels)}
    </label>
  ));
}

function Bounds({ column: { key, kind, filter }, search, t, timeZone }: ShownList & { column: ColumnView }) {
  return (
    <>
      {filter === "days" && (
        <label>
          {t("list.period")}
          <select name={key} defaultValue={search.get(key) ?? ""}>
            <option value="">{t("list.any")}</option>
            <option value="between">{t("list.between")}</option>
            {periods.map((period) => (
              <option key={period} value={period}>
                {t(`list.period_${period}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      {(["from", "to"] as const).map((end) => (
        <label key={end}>
          {t(`list.${end}`)}
          <input {...kindOf(filter, search.get(`${key}_${end}`))} name={`${key}_${end}`} />
        </label>
      ))}
      {filter === "days" && (
        <p className="zone">{kind === "day" ? t("list.business_days") : t("list.days_in", { zone: timeZone })}</p>
      )}
    </>
  );
}

/** A field of the filter's kind; of plain text when it holds what such a field would drop. */
function kindOf(filter: ColumnView["filter"], typed: string | null) {
  const defaultValue = typed ?? "";
  if (filter === "days" && (typed === null || parseDay(typed)))
    return { type: "date", min: "1900-01-01", max: "9999-12-31", defaultValue };
  if (filter === "range" && /^\d*$/.test(defaultValue)) return { type: "number", min: 0, step: 1, defaultValue };
  if (filter === "amount" && /^(\d+(\.\d\d?)?)?$/.test(defaultValue)) return { type: "number", min: 0, step: 0.01, defaultValue };
  return { type: "text", defaultValue, "aria-invalid": true };
}
