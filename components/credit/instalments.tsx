import { AmountTable } from "#components/credit/amount-table";
import type { PageProps } from "#components/record/page";
import { Fold } from "#components/ui/fold";
import { plainAmounts } from "#lib/amount/plain";
import { nothing, type Parts, sumOf } from "#lib/domain/allocation";
import { unitOf } from "#lib/domain/offer-terms";
import { foldOf } from "#lib/fold";
import { type Charges, chargesOf, componentsIn, restOf, stateOf } from "#lib/instalment";
import type { CreditRecord } from "#lib/records";

type SectionProps = PageProps & { record: CreditRecord };

/** Every instalment: what it asks, what it has received and what is left of it, or never asked again, by component. */
export function InstalmentTable({ record, t, format, language }: SectionProps) {
  const { instalments, settings, plan } = record;
  const components = componentsIn(instalments);
  const { whole } = plainAmounts(language, settings.decimals);
  const unit = unitOf(settings);
  const money = (minor: bigint) => whole(minor / unit);
  const split = (of: Parts) => components.map((each) => money(of[each]));
  const rows = instalments.map((each) => ({ ...each, ...restOf(each, record), state: stateOf(each, record) }));
  const all = rows.reduce<Standing>(together, none);
  const isOver = sumOf(all.dropped) > 0n;
  const cellsOf = ({ due, paid, late, left, dropped }: Standing) => [
    ...[sumOf(due), sumOf(paid), late, ...(isOver ? [sumOf(dropped)] : []), sumOf(left)].map(money),
    ...[due, paid, isOver ? dropped : left].flatMap(split),
  ];
  const columns = components.map((each) => t(`credit_page.${each}`));
  const sums = ["due", "paid", "late", ...(isOver ? (["dropped"] as const) : []), "outstanding"] as const;
  const parts = ["due", "paid", isOver ? "dropped" : "outstanding"] as const;
  const groups = parts.map((each) => ({ name: t(`credit_page.${each}`), columns }));
  return (
    <section className="full">
      <h2>{t("schedule.title")}</h2>
      <AmountTable
        name={t("schedule.title")}
        caption={t("schedule.amounts_in", { currency: plan.currency })}
        words={[t("schedule.number"), t("schedule.due_on"), t("credit_page.state")]}
        groups={[{ name: t("credit_page.total"), columns: sums.map((each) => t(`credit_page.${each}`)) }, ...groups]}
        rows={rows.map((row) => ({
          key: `${row.number}`,
          mark: row.state,
          cells: [row.number, format.plainDay(row.dueOn), t(`credit_page.state_${row.state}`), ...cellsOf(row)],
        }))}
        total={[t("schedule.total"), ...cellsOf(all)]}
      />
    </section>
  );
}

type Standing = { due: Parts; paid: Parts; left: Parts; dropped: Parts; late: bigint };
const none: Standing = { due: nothing, paid: nothing, left: nothing, dropped: nothing, late: 0n };

const together = (one: Standing, other: Standing): Standing => ({
  due: plus(one.due, other.due),
  paid: plus(one.paid, other.paid),
  left: plus(one.left, other.left),
  dropped: plus(one.dropped, other.dropped),
  late: one.late + other.late,
});

const kinds = ["upfront", "instalment_fee", "late_fee", "late_interest"] as const satisfies readonly (keyof Charges)[];

/** What was charged besides principal and interest, on the instalments that it was charged on; nothing where nothing was. */
export function ChargeTable({ record, t, format, language }: SectionProps) {
  const { instalments, settings, plan } = record;
  const charged = instalments.map((each) => ({ ...each, charges: chargesOf(each, plan) })).filter(({ due }) => costsIn(due) > 0n);
  if (charged.length === 0) return null;
  const shown = kinds.filter((kind) => charged.some(({ charges }) => charges[kind] > 0n));
  const { whole } = plainAmounts(language, settings.decimals);
  const money = (minor: bigint) => whole(minor / unitOf(settings));
  const rests = charged.map((each) => restOf(each, record));
  const isOver = rests.some(({ dropped }) => costsIn(dropped) > 0n);
  const rows = charged.map(({ due, paid, charges }, place) => {
    const { left, dropped } = rests[place] ?? { left: nothing, dropped: nothing };
    const sums = [due, paid, ...(isOver ? [dropped] : []), left].map(costsIn);
    return [...shown.map((kind) => charges[kind]), ...sums];
  });
  const totals = rows.reduce((one, other) => one.map((amount, place) => amount + (other[place] ?? 0n)));
  return (
    <section className="full">
      <h2>{t("credit_page.charges")}</h2>
      <Fold label={foldOf(charged.length, t)}>
        <AmountTable
          name={t("credit_page.charges")}
          caption={t("schedule.amounts_in", { currency: plan.currency })}
          words={[t("schedule.number"), t("schedule.due_on")]}
          groups={[
            {
              name: "",
              columns: [
                ...shown.map((kind) => t(`credit_page.${kind}`)),
                t("credit_page.charged"),
                t("credit_page.paid"),
                ...(isOver ? [t("credit_page.dropped")] : []),
                t("credit_page.outstanding"),
              ],
            },
          ]}
          rows={charged.map(({ number, dueOn }, place) => ({
            key: `${number}`,
            cells: [number, format.plainDay(dueOn), ...(rows[place] ?? []).map(money)],
          }))}
          total={[t("schedule.total"), ...totals.map(money)]}
        />
      </Fold>
    </section>
  );
}

const costsIn = ({ fee, penalty }: Parts) => fee + penalty;

const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});
