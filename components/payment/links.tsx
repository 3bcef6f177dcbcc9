import type { PageProps } from "#components/record/page";
import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { type CreditStatus, creditMachine } from "#lib/domain/credit";
import { allows } from "#lib/domain/machine";

type Payable = { entity: "credit"; status: CreditStatus } | { entity: "account"; status: AccountStatus };
type PayLinksProps = {
  page: Pick<PageProps, "may" | "t">;
  of: Payable & { code: string };
  customer: string;
  /** Whether its product is inactive, which the page says in a line of its own. */
  isStopped: boolean;
};

/** Where a payment to a credit or an account is registered, and a promise of it recorded, for whoever may; else why not. */
export function PayLinks({ page: { may, t }, of, customer, isStopped }: PayLinksProps) {
  const { entity, code } = of;
  const because = (way: "payment" | "promise") => (takesPayments(of) ? undefined : t(`record.no_${way}_${entity}`));
  const links = {
    payment: { href: `/${entity}s/${code}/payments/new`, label: t("paying.register") },
    promise: { href: `/customers/${customer}/promises/new?of=${code}`, label: t("paying.record_promise") },
  };
  const ways = (["payment", "promise"] as const).filter((way) => may(`${way}:operate`));
  if (ways.length === 0) return null;
  return (
    <p className="pay-links">
      {ways.map((way) => (
        <PayLink key={way} {...links[way]} id={`no-${way}`} because={because(way)} isStopped={isStopped} />
      ))}
    </p>
  );
}

type PayLinkProps = Record<"id" | "href" | "label", string> & { because: string | undefined; isStopped: boolean };

/** One that is not possible is a button that says no, reachable by keyboard, described by its reason. */
function PayLink({ id, href, label, because, isStopped }: PayLinkProps) {
  if (because === undefined && !isStopped)
    return (
      <a className="button" href={href}>
        {label}
      </a>
    );
  return (
    <span className="refused-way">
      <button type="button" className="button" aria-disabled="true" aria-describedby={because === undefined ? "stopped" : id}>
        {label}
      </button>
      {because !== undefined && (
        <span id={id} className="why">
          {because}
        </span>
      )}
    </span>
  );
}

const takesPayments = (of: Payable) =>
  of.entity === "credit"
    ? allows(creditMachine, of.status, "payments automatic and voluntary")
    : allows(accountMachine, of.status, "payments");
