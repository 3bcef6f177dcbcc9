import { AmountTable } from "#components/credit/amount-table";
import type { PageProps } from "#components/record/page";
import { type Parts, sumOf, unpaidOf } from "#lib/domain/allocation";
import { unitOf } from "#lib/domain/offer-terms";
import { type Charges, chargesOf, componentsIn, stateOf } from "#lib/instalment";
import { plainAmounts } from "#lib/plain-amount";
import type { CreditRecord } from "#lib/records";

type SectionProps = PageProps & { record: CreditRecord };

/** Every instalment: what it asks, what it has received and what is left of it, by component. */
export function InstalmentTable({ record, t, format, language }: SectionProps) {
  const { instalments, settings, plan } = record;
  const components = componentsIn(instalments);
  const { whole } = plainAmounts(language, settings.decimals);
  const unit = unitOf(settings);
  const money = (minor: bigint) => whole(minor / unit);
  const parts = (of: Parts) => [...components.map((each) => money(of[each])), money(sumOf(of))];
  const names = [...components.map((each) => t(`credit_page.${each}`)), t("credit_page.total")];
  const sums = (of: (place: number) => Parts) => parts(instalments.map((_, place) => of(place)).reduce(plus));
  const late = instalments.reduce((sum, each) => sum + each.late, 0n);
  const at = (place: number) => instalments[place] as (typeof instalments)[number];
  return (
    <section className="full">
      <h2>{t("schedule.title")}</h2>
      <AmountTable
        name={t("schedule.title")}
        caption={t("schedule.amounts_in", { currency: plan.currency })}
        words={[t("schedule.number"), t("schedule.due_on"), t("credit_page.state")]}
        groups={[
          { name: t("credit_page.due"), columns: names },
          { name: t("credit_page.paid"), columns: [...names, t("credit_page.late")] },
          { name: t("credit_page.outstanding"), columns: names },
        ]}
        rows={instalments.map((each) => {
          const state = stateOf(each, record);
          const words = [each.number, format.plainDay(each.dueOn), t(`credit_page.state_${state}`)];
          const cells = [...parts(each.due), ...parts(each.paid), money(each.late), ...parts(unpaidOf(each))];
          return { key: `${each.number}`, mark: state, cells: [...words, ...cells] };
        })}
        total={[
          t("schedule.total"),
          ...sums((place) => at(place).due),
          ...sums((place) => at(place).paid),
          money(late),
          ...sums((place) => unpaidOf(at(place))),
        ]}
      />
    </section>
  );
}

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
    </section>
  );
}

const plus = (one: Parts, other: Parts): Parts => ({
  penalty: one.penalty + other.penalty,
  fee: one.fee + other.fee,
  interest: one.interest + other.interest,
  principal: one.principal + other.principal,
});
