import { Completeness, OfferSettings, Removal } from "#components/catalogue/offer-settings";
import { Saved } from "#components/catalogue/saved";
import { Facts } from "#components/profile/facts";
import { named } from "#components/record/fact";
import { type PageProps, RecordPage } from "#components/record/page";
import { UseTag } from "#components/record/use-tag";
import { percent } from "#lib/amount/percent";
import type { ShownOffer } from "#lib/catalogue/shown";
import type { OfferRecord } from "#lib/records";

type OfferPageProps = PageProps & { record: OfferRecord; shown: ShownOffer };

export function OfferPage({ record, shown, ...page }: OfferPageProps) {
  const { t, format, language } = page;
  const { code, name, product, terms, activeCredits, status } = record;
  const rate = terms.annualRate === undefined ? t("record.not_set") : percent(terms.annualRate, language);
  const figures = [
    [t("record.tag"), <UseTag key="tag" status={status} isInUse={activeCredits > 0} t={t} />],
    [t("record.active_credits"), format.count(activeCredits)],
    [t("record.annual_rate"), rate],
  ] as const;
  const crumb = { href: `/products/${product.code}`, label: `${product.code} ${product.name}` };
  const head = { code, title: name, kind: t("statuses.entity_offer"), crumb, figures, isPersonal: false };
  return (
    <RecordPage page={page} {...head}>
      <div className="onward">
        <Saved saved={shown.saved} />
        <a className="button" href={shown.simulate}>
          {t("offering.simulate")}
        </a>
      </div>
      <Completeness missing={shown.missing} t={t} />
      <OfferSettings {...shown} t={t} />
      <Facts
        title={t("record.details")}
        facts={[
          named(t("statuses.entity_product"), product),
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
      <Removal removal={shown.removal} t={t} />
    </RecordPage>
  );
}
