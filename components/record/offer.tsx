import { Facts } from "#components/profile/facts";
import { named } from "#components/record/fact";
import { limitFacts } from "#components/record/limits";
import { type PageProps, RecordPage } from "#components/record/page";
import { UseTag } from "#components/record/use-tag";
import { percent } from "#lib/percent";
import type { OfferRecord } from "#lib/records";

export function OfferPage({ record, ...page }: PageProps & { record: OfferRecord }) {
  const { t, format, language } = page;
  const { code, name, product, annualRate, activeCredits, status, own, inherited } = record;
  const rate = annualRate === null ? t("record.not_set") : percent(annualRate, language);
  const figures = [
    [t("record.tag"), <UseTag key="tag" status={status} isInUse={activeCredits > 0} t={t} />],
    [t("record.active_credits"), format.count(activeCredits)],
    [t("record.annual_rate"), rate],
  ] as const;
  const crumb = { href: `/products/${product.code}`, label: `${product.code} ${product.name}` };
  const head = { code, title: name, kind: t("statuses.entity_offer"), crumb, figures, isPersonal: false };
  const day = (on: string | null) => (on === null ? t("record.not_set") : format.plainDay(on));
  return (
    <RecordPage page={page} {...head}>
      <Facts
        title={t("record.terms")}
        facts={[
          named(t("statuses.entity_product"), product),
          [t("record.annual_rate"), rate],
          ...limitFacts(own, page, inherited),
          [t("record.valid_from"), day(record.validFrom)],
          [t("record.valid_until"), record.validUntil === null ? t("record.no_limit") : day(record.validUntil)],
          [t("record.made"), format.moment(new Date(record.createdAt))],
          [t("record.status_since"), format.moment(new Date(record.statusChangedAt))],
        ]}
      />
    </RecordPage>
  );
}
