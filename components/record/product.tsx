import type { ReactNode } from "react";
import { CatalogueForm } from "#components/catalogue/catalogue-form";
import { Saved } from "#components/catalogue/saved";
import { Facts } from "#components/profile/facts";
import { columnsIn } from "#components/record/columns";
import { limitFacts } from "#components/record/limits";
import { type PageProps, RecordPage } from "#components/record/page";
import { Related } from "#components/record/related";
import { UseTag } from "#components/record/use-tag";
import { RefusedWay } from "#components/ui/refused-way";
import { percent } from "#lib/amount/percent";
import type { ShownProduct } from "#lib/catalogue/shown";
import type { Translate } from "#lib/messages/catalogue";
import type { OfferRow, ProductRecord } from "#lib/records";

type ProductPageProps = PageProps & { record: ProductRecord; shown: ShownProduct };

export function ProductPage({ record, shown, ...page }: ProductPageProps) {
  const { t, format } = page;
  const { code, name, kind, offers, activeCredits } = record;
  const figures = [
    [t("record.active_credits"), format.count(activeCredits)],
    [t("record.offers"), format.count(offers.length)],
  ] as const;
  const crumb = { href: "/products", label: t("products.title") };
  const head = { code, title: name, kind: t("statuses.entity_product"), crumb, figures, isPersonal: false };
  return (
    <RecordPage page={page} {...head}>
      <Saved saved={shown.saved} />
      <Facts
        title={t("record.terms")}
        facts={[
          [t("record.lends"), t(`record.lends_${kind}`)],
          ...limitFacts(record, page),
          [t("record.tolerance"), format.money(record.tolerance)],
          ...cycleFacts(record, page),
          [t("offering_field.decimals"), format.count(record.decimals)],
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      >
        <Edit edit={shown.edit} t={t} />
      </Facts>
      <OfferTable page={page} rows={offers}>
        <div className="onward">
          <AddOffer addOffer={shown.addOffer} t={t} />
        </div>
      </OfferTable>
    </RecordPage>
  );
}

/** What the cycles of a product for cards begin with and ask for. */
function cycleFacts(
  { kind, closingDay, dueDay, minimumPercent, minimumFixed }: ProductRecord,
  { t, format, language }: PageProps,
) {
  if (kind !== "card") return [];
  const none = t("offering.none");
  return [
    [t("offering_field.closing_day"), closingDay === null ? none : format.count(closingDay)],
    [t("offering_field.due_day"), dueDay === null ? none : format.count(dueDay)],
    [t("offering_field.minimum_percent"), minimumPercent === null ? none : percent(minimumPercent, language)],
    [t("offering_field.minimum_fixed"), minimumFixed === null ? none : format.money(minimumFixed)],
  ] as const;
}

function Edit({ edit, t }: Pick<ShownProduct, "edit"> & { t: Translate }) {
  const label = t("offering.edit");
  if ("because" in edit) return <RefusedWay id="no-edit" label={label} {...edit} />;
  return (
    <details className="opens">
      <summary className="button">{label}</summary>
      <CatalogueForm {...edit} lead={t("offering.edit_product_lead")} submit={t("offering.save")} />
    </details>
  );
}

function AddOffer({ addOffer, t }: Pick<ShownProduct, "addOffer"> & { t: Translate }) {
  const label = t("offering.add_offer");
  if ("because" in addOffer) return <RefusedWay id="no-offer" label={label} {...addOffer} />;
  return (
    <a className="button" {...addOffer}>
      {label}
    </a>
  );
}

type OfferTableProps = { page: PageProps; rows: readonly OfferRow[]; children: ReactNode };

function OfferTable({ page, rows, children }: OfferTableProps) {
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
  return <Related title={t("record.offers")} rows={rows} columns={columns} keyOf={({ code }) => code} t={t} add={children} />;
}
