import { Facts } from "#components/profile/facts";
import { columnsIn } from "#components/record/columns";
import { limitFacts } from "#components/record/limits";
import { type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import { UseTag } from "#components/record/use-tag";
import { percent } from "#lib/percent";
import type { OfferRow, ProductRecord } from "#lib/records";

export function ProductPage({ record, ...page }: PageProps & { record: ProductRecord }) {
  const { t, format } = page;
  const { code, name, kind, offers, activeCredits } = record;
  const figures = [
    [t("record.active_credits"), format.count(activeCredits)],
    [t("record.offers"), format.count(offers.length)],
  ] as const;
  const head = { code, title: name, kind: t("statuses.entity_product"), figures, isPersonal: false };
  return (
    <RecordPage page={page} {...head}>
      <Facts
        title={t("record.terms")}
        facts={[
          [t("record.lends"), t(`record.lends_${kind}`)],
          ...limitFacts(record, page),
          [t("record.tolerance"), format.money(record.tolerance)],
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
      <OfferTable page={page} rows={offers} />
    </RecordPage>
  );
}

function OfferTable({ page, rows }: { page: PageProps; rows: readonly OfferRow[] }) {
  const { t, language } = page;
  const { id, status } = columnsIn(page);
  const columns = [
    id,
    { name: t("record.name"), cell: (it: OfferRow) => it.name },
    status("offer"),
    { name: t("record.tag"), cell: (it: OfferRow) => <UseTag status={it.status} isInUse={it.isInUse} t={t} /> },
    {
      name: t("record.annual_rate"),
      isAmount: true,
      cell: ({ annualRate }: OfferRow) => (annualRate === null ? "—" : percent(annualRate, language)),
    } as const,
  ];
  return <Related title={t("record.offers")} rows={rows} columns={columns} keyOf={({ code }) => code} t={t} />;
}
