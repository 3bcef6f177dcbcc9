import type { PageProps } from "#components/record/page";

type PayLinksProps = { page: Pick<PageProps, "may" | "t">; entity: "credit" | "account"; code: string; customer: string };

/** Where a payment to a credit or an account is registered, and a promise of it recorded, for whoever may. */
export function PayLinks({ page: { may, t }, entity, code, customer }: PayLinksProps) {
  if (!may("payment:operate") && !may("promise:operate")) return null;
  return (
    <p className="pay-links">
      {may("payment:operate") && (
        <a className="button" href={`/${entity}s/${code}/payments/new`}>
          {t("paying.register")}
        </a>
      )}
      {may("promise:operate") && (
        <a className="button" href={`/customers/${customer}/promises/new?of=${code}`}>
          {t("paying.record_promise")}
        </a>
      )}
    </p>
  );
}
