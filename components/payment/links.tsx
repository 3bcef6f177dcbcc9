import type { PageProps } from "#components/record/page";

type PayLinksProps = {
  page: Pick<PageProps, "may" | "t">;
  entity: "credit" | "account";
  code: string;
  customer: string;
  /** Whether its product is inactive, which the page says in a line of its own. */
  isStopped: boolean;
};

/** Where a payment to a credit or an account is registered, and a promise of it recorded, for whoever may. */
export function PayLinks({ page: { may, t }, entity, code, customer, isStopped }: PayLinksProps) {
  const ways = [
    ...(may("payment:operate") ? [{ href: `/${entity}s/${code}/payments/new`, label: t("paying.register") }] : []),
    ...(may("promise:operate")
      ? [{ href: `/customers/${customer}/promises/new?of=${code}`, label: t("paying.record_promise") }]
      : []),
  ];
  if (ways.length === 0) return null;
  return (
    <p className="pay-links">
      {ways.map(({ href, label }) =>
        isStopped ? (
          <button key={href} type="button" aria-disabled="true" aria-describedby="stopped">
            {label}
          </button>
        ) : (
          <a key={href} className="button" href={href}>
            {label}
          </a>
        ),
      )}
    </p>
  );
}
