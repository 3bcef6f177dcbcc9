import { percent } from "#lib/amount/percent";
import { effectiveLimits } from "#lib/catalogue/product";
import { type Simulated, type Simulation, simulated } from "#lib/catalogue/simulation";
import type { RequestFault, RequestField } from "#lib/credit-request/field";
import { wordFault } from "#lib/credit-request/words";
import { writeAmount } from "#lib/domain/money";
import { unitOf } from "#lib/domain/offer-terms";
import { buildSchedule } from "#lib/domain/schedule";
import { effectiveCost } from "#lib/effective-cost";
import { simulationWords } from "#lib/messages/simulation";
import type { OfferRecord } from "#lib/records";
import { type ScheduleView, scheduleView } from "#lib/schedule-view";
import type { Way } from "#lib/way";

export type SimulatedField = {
  name: keyof Simulated;
  label: string;
  hint: string;
  value: string;
  kind: "day" | "decimal" | "numeric";
  fault: string | undefined;
};
export type SimulationResult = {
  facts: readonly (readonly [name: string, value: string])[];
  schedule: ScheduleView;
  /** The address of the same schedule as a file. */
  file: string;
};

const fieldOf = {
  amount: "amount",
  downpayment: "downpayment",
  instalments: "instalments",
  on: "disburse_on",
  first: "first_due_on",
} as const satisfies Record<keyof Simulated, RequestField>;

/** The fields of the form; a downpayment is asked of purchases, unless something stands there already. */
export function simulationFields(
  typed: Simulated,
  faults: readonly RequestFault[],
  offer: OfferRecord,
  businessDay: string,
  way: Way,
): SimulatedField[] {
  const { t } = way;
  const labels = { ...hintsOf(offer, businessDay, way) };
  return simulated
    .filter((name) => name !== "downpayment" || offer.type === "purchase" || typed.downpayment !== "")
    .map((name) => ({
      name,
      label: name === "on" ? t("simulation.on") : t(`credit_request.${fieldOf[name]}` as "credit_request.amount"),
      hint: labels[name],
      value: typed[name],
      kind: name === "on" || name === "first" ? "day" : name === "instalments" ? "numeric" : "decimal",
      fault: faultsOf(fieldOf[name], faults, way),
    }));
}

function hintsOf(offer: OfferRecord, businessDay: string, { t, format, language }: Way): Record<keyof Simulated, string> {
  const limits = effectiveLimits(offer, offer.inherited);
  const money = (limit: bigint | null) => (limit === null ? "…" : format.money(limit));
  const count = (limit: number | null) => (limit === null ? "…" : format.count(limit));
  const { downpayment: least } = offer;
  return {
    amount: t("simulation.between", { least: money(limits.amountMin), most: money(limits.amountMax) }),
    downpayment: least === null ? t("simulation.down_any") : t("simulation.down_least", { percent: percent(least, language) }),
    instalments: t("simulation.between", { least: count(limits.instalmentsMin), most: count(limits.instalmentsMax) }),
    on: t("simulation.on_hint", { day: businessDay }),
    first: t("simulation.first_hint"),
  };
}

function faultsOf(field: RequestField, faults: readonly RequestFault[], way: Way): string | undefined {
  const said = faults.filter((fault) => fault.field === field).map((fault) => sayFault(fault, way));
  return said.length === 0 ? undefined : said.join(" ");
}

function sayFault(fault: RequestFault, way: Way): string {
  const { rule, values = {} } = fault;
  if (!Object.hasOwn(simulationWords.en, rule)) return wordFault(fault, way);
  const { limit = 0 } = values;
  const shown = typeof limit === "bigint" ? way.format.money(limit) : way.format.count(Number(limit));
  return way.t(`simulation.${rule as "amount_at_least"}`, { limit: shown });
}

/** What a simulated credit comes to, in words, with its schedule. */
export function wordSimulation({ amount, downpayment, terms }: Simulation, file: string, way: Way): SimulationResult {
  const { t, format, language } = way;
  const rows = buildSchedule(terms);
  const paid = rows.reduce((sum, { payment }) => sum + payment, 0n) * unitOf(terms);
  const cost = effectiveCost(rows, terms.principal, terms.disbursedOn);
  return {
    facts: [
      [t("credit_request.asked"), format.money(amount)],
      ...(downpayment === 0n ? [] : [[t("credit_request.paid_down"), format.money(downpayment)] as const]),
      [t("credit_request.lent"), format.money(amount - downpayment)],
      [t("credit_request.disbursed"), format.plainDay(terms.disbursedOn)],
      [t("credit_request.last_due"), format.plainDay(rows.at(-1)?.dueOn ?? "")],
      [t("simulation.total"), format.money(paid)],
      ...(cost === undefined ? [] : [[t("simulation.cost"), percent(cost, language)] as const]),
    ],
    schedule: scheduleView(rows, terms, language),
    file,
  };
}

const columns = ["number", "due_on", "payment", "principal", "interest", "fees", "balance"] as const;

/** The schedule as CSV: days in ISO, amounts as plain decimals, which no spreadsheet takes for formulas. */
export function simulationCsv({ terms }: Simulation, { t }: Way): { csv: string; rows: number } {
  const rows = buildSchedule(terms);
  const lines = rows.map(({ number, dueOn, payment, principal, interest, fees, balance }) =>
    [
      `${number}`,
      dueOn,
      ...[payment, principal, interest, fees, balance].map((each) => writeAmount(each, terms.decimals)),
    ].join(),
  );
  return { csv: `${[columns.map((column) => t(`schedule.${column}`)).join(), ...lines].join("\n")}\n`, rows: rows.length };
}
