import { plainAmounts } from "#lib/amount/plain";
import { type Scales, type SchedulePicture, schedulePicture } from "#lib/chart/schedule-picture";
import { mostOf } from "#lib/domain/money";
import type { ScheduleRow } from "#lib/domain/schedule";
import { formatOf } from "#lib/list/format";
import { type Language, translators } from "#lib/messages/catalogue";

type Amounts = Record<"principal" | "interest" | "fees" | "payment", string>;
type Column = "number" | "dueOn" | keyof Amounts | "balance";

/** A schedule as its table and its picture show it: words only, so that it can be handed to the browser. */
export type ScheduleView = {
  title: string;
  amountsIn: string;
  columns: Readonly<Record<Column, string>>;
  rows: Readonly<Record<Column, string>>[];
  totals: Amounts & { label: string };
  hasFees: boolean;
  picture: {
    /** All of it, for whoever does not see it. */
    sentence: string;
    paths: SchedulePicture;
    /** The two scales by name, and what stands beside them: at the top, half way and at the foot. */
    scales: Readonly<Record<keyof Scales, { name: string; ticks: readonly string[] }>>;
  };
};

/** Words a schedule, whose amounts are minor units of so many decimals of a currency. */
export function scheduleView(
  rows: readonly ScheduleRow[],
  { currency, decimals }: { currency: string; decimals: number },
  language: Language,
): ScheduleView {
  const t = translators[language];
  const { plainDay } = formatOf(language, { timeZone: "UTC", currency });
  const { whole, short } = plainAmounts(language, decimals);
  const totals = { principal: 0n, interest: 0n, fees: 0n, payment: 0n };
  for (const row of rows) for (const each of keysOf(totals)) totals[each] += row[each];
  const { paths, scales } = schedulePicture(rows);
  const scale = (part: keyof Scales) => ({
    name: t("schedule.scale", { name: t(`schedule.${part}`), currency }),
    ticks: [scales[part], scales[part] / 2n, 0n].map(short),
  });
  return {
    title: t("schedule.title"),
    amountsIn: t("schedule.amounts_in", { currency }),
    columns: columnsIn(language),
    rows: rows.map((row) => ({
      number: `${row.number}`,
      dueOn: plainDay(row.dueOn),
      ...worded(row, whole),
      balance: whole(row.balance),
    })),
    totals: { label: t("schedule.total"), ...worded(totals, whole) },
    hasFees: totals.fees > 0n,
    picture: {
      sentence: t("schedule.sentence", {
        count: rows.length,
        highest: whole(rows.map(({ payment }) => payment).reduce(mostOf, 0n)),
        ...worded(totals, whole),
        last: plainDay(rows.at(-1)?.dueOn ?? ""),
      }),
      paths,
      scales: { payment: scale("payment"), balance: scale("balance") },
    },
  };
}

const keysOf = <It extends object>(it: It) => Object.keys(it) as (keyof It)[];

const worded = ({ principal, interest, fees, payment }: Record<keyof Amounts, bigint>, word: (amount: bigint) => string) => ({
  principal: word(principal),
  interest: word(interest),
  fees: word(fees),
  payment: word(payment),
});

function columnsIn(language: Language): ScheduleView["columns"] {
  const t = translators[language];
  return {
    number: t("schedule.number"),
    dueOn: t("schedule.due_on"),
    principal: t("schedule.principal"),
    interest: t("schedule.interest"),
    fees: t("schedule.fees"),
    payment: t("schedule.payment"),
    balance: t("schedule.balance"),
  };
}
