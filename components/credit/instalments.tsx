import { AmountTable } from "#components/credit/amount-table";
import type { PageProps } from "#components/record/page";
import { Fold } from "#components/ui/fold";
import { plainAmounts } from "#lib/amount/plain";
import { nothing, type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import { unitOf } from "#lib/domain/offer-terms";
import { foldOf } from "#lib/fold";
import { type Charges, chargesOf, componentsIn, stateOf } from "#lib/instalment";
import type { CreditRecord } from "#lib/records";

type SectionProps = PageProps & { record: CreditRecord };

/** Every instalment: what it asks, what it has received and what is left of it, by component. */
export function InstalmentTable({ record, t, format, language }: SectionProps) {
  const { instalments, settings, plan } = record;
  const components = componentsIn(instalments);
  const { whole } = plainAmounts(language, settings.decimals);
  const unit = unitOf(settings);
  const money = (minor: bigint) => whole(minor / unit);
  const split = (of: Parts) => components.map((each) => money(of[each]));
  const cellsOf = ({ due, paid, left, late }: Standing) => [
    ...[sumOf(due), sumOf(paid), late, sumOf(left)].map(money),
    ...[due, paid, left].flatMap(split),
  ];
  const rows = instalments.map((each) => ({ ...each, left: unpaidOf(each), state: stateOf(each, record) }));
  const columns = components.map((each) => t(`credit_page.${each}`));
  const sums = [t("credit_page.due"), t("credit_page.paid"), t("credit_page.late"), t("credit_page.outstanding")];
  const groups = (["due", "paid", "outstanding"] as const).map((each) => ({ name: t(`credit_page.${each}`), columns }));
  return (
    <section className="full">
      <h2>{t("schedule.title")}</h2>
      <AmountTable
        name={t("schedule.title")}
        caption={t("schedule.amounts_in", { currency: plan.currency })}
        words={[t("schedule.number"), t("schedule.due_on"), t("credit_page.state")]}
        groups={[{ name: t("credit_page.total"), columns: sums }, ...groups]}
        rows={rows.map((row) => ({
          key: `${row.number}`,
          mark: row.state,
          cells: [row.number, format.plainDay(row.dueOn), t(`credit_page.state_${row.state}`), ...cellsOf(row)],
        }))}
        total={[t("schedule.total"), ...cellsOf(rows.reduce<Standing>(together, none))]}
      />
    </section>
  );
}

type Standing = { due: Parts; paid: Parts; left: Parts; late: bigint };
const none: Standing = { due: nothing, paid: nothing, left: nothing, late: 0n };

const together = (one: Standing, other: Standing): Standing => ({
  due: plus(one.due, other.due),
  paid: plus(one.paid, other.paid),
  left: plus(one.left, other.left),
  late: one.late + other.late,
});

const kinds = ["upfront", "instalment_fee", "late_fee", "late_interest"] as const satisfies readonly (keyof Charges)[];

/** What was charged besides principal and interest, on the instalments that it was charged on; nothing where nothing was. */
export function ChargeTable({ record, t, format, language }: SectionProps) {
  const { instalments, settings, plan } = record;
  const charged = instalments
    .map((each) => ({ ...each, charges: chargesOf(each, plan) }))
    .filter(({ due }) => due.fee + due.penalty > 0n);
  if (charged.length === 0) return null;
  const shown = kinds.filter((kind) => charged.some(({ charges }) => charges[kind] > 0n));
  const { whole } = plainAmounts(language, settings.decimals);
  const money = (minor: bigint) => whole(minor / unitOf(settings));
  const rows = charged.map(({ due, paid, charges }) => {
    const [all, received] = [due.fee + due.penalty, paid.fee + paid.penalty];
    return [...shown.map((kind) => charges[kind]), all, received, all - received];
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

const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});
