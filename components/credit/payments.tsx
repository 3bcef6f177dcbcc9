import { AmountTable } from "#components/credit/amount-table";
import { columnsIn } from "#components/record/columns";
import type { PageProps } from "#components/record/page";
import { Related } from "#components/record/related";
import { Linked } from "#components/ui/linked";
import { plainAmounts } from "#lib/amount/plain";
import { sumOf } from "#lib/domain/allocation";
import { unitOf } from "#lib/domain/offer-terms";
import { componentsIn } from "#lib/instalment";
import type { AllocationRow, CreditPayment, CreditRecord } from "#lib/records";

type SectionProps = PageProps & { record: CreditRecord };

/** The payments that touched the credit, with what of each component they cover now. */
export function CreditPayments({ record, ...page }: SectionProps) {
  const { t } = page;
  const { id, status, day, money } = columnsIn(page);
  const inForce = record.allocations.filter(({ supersededAt }) => supersededAt === null);
  const covered = (code: string) => inForce.filter(({ payment }) => payment === code);
  const columns = [
    id,
    status("payment"),
    day(t("record.paid_on"), (it: CreditPayment) => it.paidOn),
    money(t("record.amount"), (it: CreditPayment) => it.amount),
    money(t("record.part"), (it: CreditPayment) => it.part),
    ...componentsIn(record.instalments).map((each) =>
      money(t(`credit_page.${each}`), ({ code }: CreditPayment) =>
        covered(code).reduce((sum, allocation) => sum + allocation[each], 0n),
      ),
    ),
  ];
  const { rows, total } = record.payments;
  return <Related title={t("record.payments")} rows={rows} total={total} columns={columns} keyOf={(it) => it.code} t={t} />;
}

/** How much of which payment covers what of which instalment; what no longer does leads to what came instead. */
export function AllocationTables({ record, ...page }: SectionProps) {
  const { t, format } = page;
  const { allocations } = record;
  const inForce = allocations.filter(({ supersededAt }) => supersededAt === null);
  const superseded = allocations.filter(({ supersededAt }) => supersededAt !== null);
  const next = new Map(allocations.flatMap((each) => (each.supersedesId === null ? [] : [[each.supersedesId, each]])));
  const before = new Map(allocations.map((each) => [each.id, each]));
  const link = (to: AllocationRow | undefined, otherwise: string) =>
    to === undefined ? otherwise : <a href={`#allocation-${to.id}`}>{format.moment(new Date(to.at))}</a>;
  return (
    <section className="full allocations">
      <h2>{t("credit_page.allocations")}</h2>
      {allocations.length === 0 && <p className="meaning">{t("credit_page.nothing_allocated")}</p>}
      {inForce.length > 0 && (
        <details>
          <summary className="button">{t("credit_page.in_force", { count: inForce.length })}</summary>
          <Allocations
            record={record}
            page={page}
            name={t("credit_page.in_force", { count: inForce.length })}
            rows={inForce}
            last={t("credit_page.instead")}
            link={({ supersedesId }) => link(before.get(supersedesId ?? ""), "—")}
          />
        </details>
      )}
      {superseded.length > 0 && (
        <details>
          <summary className="button">{t("credit_page.superseded", { count: superseded.length })}</summary>
          <p className="meaning">{t("credit_page.superseded_why")}</p>
          <Allocations
            record={record}
            page={page}
            name={t("credit_page.superseded", { count: superseded.length })}
            rows={superseded}
            last={t("credit_page.came_instead")}
            link={({ id }) => link(next.get(id), t("credit_page.nothing_instead"))}
          />
        </details>
      )}
    </section>
  );
}

type AllocationsProps = {
  record: CreditRecord;
  page: PageProps;
  name: string;
  rows: readonly AllocationRow[];
  last: string;
  link: (row: AllocationRow) => React.ReactNode;
};

function Allocations({ record, page: { t, format, language }, name, rows, last, link }: AllocationsProps) {
  const { settings, plan, instalments } = record;
  const components = componentsIn(instalments);
  const { whole } = plainAmounts(language, settings.decimals);
  const money = (minor: bigint) => whole(minor / unitOf(settings));
  return (
    <AmountTable
      name={name}
      caption={t("schedule.amounts_in", { currency: plan.currency })}
      words={[t("credit_page.payment"), t("credit_page.instalment"), t("credit_page.recorded"), last]}
      groups={[{ name: "", columns: [...components.map((each) => t(`credit_page.${each}`)), t("credit_page.total")] }]}
      rows={rows.map((row) => ({
        key: row.id,
        id: `allocation-${row.id}`,
        cells: [
          <Linked key="payment" text={row.payment} />,
          t("credit_page.instalment_no", { number: row.instalment }),
          format.moment(new Date(row.at)),
          link(row),
          ...components.map((each) => money(row[each])),
          money(sumOf(row)),
        ],
      }))}
    />
  );
}
