import { type Pair, shownFigures } from "#lib/domain/change";
import type { Day } from "#lib/domain/day";
import { components } from "#lib/domain/rules";
import { foldOf } from "#lib/fold";
import type { CreditChange, Foreseen } from "#lib/foreseen";
import { statusWords } from "#lib/messages/catalogue";
import { causeClause } from "#lib/messages/cause";
import { machineWords } from "#lib/messages/machines";
import type { Way } from "#lib/way";

/** A table of plain text; of its columns all but so many first ones are figures. */
export type ShownTable = {
  title: string;
  columns: string[];
  texts: number;
  rows: string[][];
  /** The currency of its amounts, said once. */
  unit: string;
  /** What it stands behind, where it is long. */
  fold: string | undefined;
};
/** What is foreseen, as a page shows it. */
export type ShownForeseen = { tables: ShownTable[]; lines: string[] };

export function wordForeseen(foreseen: Foreseen, way: Way): ShownForeseen {
  return {
    tables: foreseen.credits.flatMap((credit) => tablesOf(credit, way)),
    lines: [...movesIn(foreseen, way), ...keptIn(foreseen, way), customerIn(foreseen, way)],
  };
}

function tablesOf(credit: CreditChange, way: Way): ShownTable[] {
  const { t, format } = way;
  const unit = t("schedule.amounts_in", { currency: format.currency });
  const tables = [figuresIn(credit, way), allocationsIn(credit, way), instalmentsIn(credit, way)];
  return tables.filter(({ rows }) => rows.length > 0).map((table) => ({ ...table, unit, fold: foldOf(table.rows.length, t) }));
}

type Plain = Omit<ShownTable, "unit" | "fold">;

const figureWords = {
  outstanding: "outstanding",
  amountPastDue: "amount_past_due",
  daysPastDue: "days_past_due",
  delinquentDays: "delinquent_days",
  nextDueOn: "next_due_on",
  nextDue: "next_due",
  creditBalance: "credit_balance",
  closingNote: "closing_note",
} as const;

function figuresIn({ code, status, figures }: CreditChange, { language, t, format }: Way): Plain {
  const label = (each: CreditChange["status"]["before"]) => statusWords[language].credit[each].label;
  const shown = (value: bigint | number | Day | null) => {
    if (value === null) return "—";
    if (typeof value === "bigint") return format.amount(value);
    return typeof value === "number" ? format.count(value) : format.plainDay(value);
  };
  const rows = shownFigures.flatMap((name) => {
    const pair: Pair<bigint | number | Day | null> | undefined = figures[name];
    return pair === undefined ? [] : [[t(`paying.${figureWords[name]}`), shown(pair.before), shown(pair.after)]];
  });
  const moved = status.before === status.after ? [] : [[t("paying.status"), label(status.before), label(status.after)]];
  const columns = [t("paying.figure"), t("paying.before"), t("paying.after")];
  return { title: t("paying.figures", { credit: code }), columns, texts: 1, rows: [...moved, ...rows] };
}

function instalmentsIn({ code, instalments }: CreditChange, { t, format }: Way): Plain {
  const money = ({ before, after }: Pair<bigint>) => pairOf(format.amount(before), format.amount(after));
  return {
    title: t("paying.instalments", { credit: code }),
    columns: [t("paying.instalment"), t("paying.due_on"), t("paying.asked"), t("paying.paid"), t("paying.unpaid")],
    texts: 2,
    rows: instalments.map((it) => [
      format.count(it.number),
      format.plainDay(it.dueOn),
      money(it.due),
      money(it.paid),
      money(it.unpaid),
    ]),
  };
}

function allocationsIn({ code, allocations }: CreditChange, { t, format }: Way): Plain {
  return {
    title: t("paying.allocations", { credit: code }),
    columns: [t("paying.payment"), t("paying.instalment"), ...components.map((each) => t(`paying.${each}`))],
    texts: 2,
    rows: allocations.map(({ payment, instalment, before, after }) => [
      payment ?? t("paying.this_payment"),
      format.count(instalment),
      ...components.map((each) =>
        payment === null ? format.amount(after[each]) : pairOf(format.amount(before[each]), format.amount(after[each])),
      ),
    ]),
  };
}

const pairOf = (before: string, after: string) => (before === after ? after : `${before} → ${after}`);

type Labelled = Readonly<Record<string, { label: string }>>;

function movesIn({ moves, credits }: Foreseen, { language, t, format }: Way): string[] {
  const payoffs = credits.filter(({ status }) => status.before === "active" && status.after === "cancelled");
  const followed = moves.map(({ entity, code, event, from, to, rule, values }) => {
    const states: Labelled = statusWords[language][entity];
    const events: Labelled = machineWords[language][entity].events;
    return t("paying.follows", {
      record: code,
      event: events[event]?.label ?? event,
      from: states[from]?.label ?? from,
      to: states[to]?.label ?? to,
      cause: causeClause(rule, values, language, format),
    });
  });
  return [...payoffs.map(({ code }) => t("paying.pays_off", { record: code })), ...followed];
}

function keptIn({ kept }: Foreseen, { t, format }: Way): string[] {
  if (kept === undefined) return [];
  const { account, before, after } = kept;
  if (before < after) return [t("paying.kept_of_it", { account, after: format.money(after - before) })];
  return [t("paying.kept", { account, before: format.money(before), after: format.money(after) })];
}

function customerIn({ customer: { code: customer, status } }: Foreseen, { language, t }: Way): string {
  const [from, to] = [statusWords[language].customer[status.before].label, statusWords[language].customer[status.after].label];
  return from === to ? t("paying.customer_stays", { customer, status: to }) : t("paying.customer_moves", { customer, from, to });
}
