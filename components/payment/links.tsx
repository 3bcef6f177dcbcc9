import type { PageProps } from "#components/record/page";
import { RefusedWay } from "#components/ui/refused-way";
import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { type CreditStatus, creditMachine } from "#lib/domain/credit";
import { allows } from "#lib/domain/machine";
import { notYours } from "#lib/roles";

type Payable = { entity: "credit"; status: CreditStatus } | { entity: "account"; status: AccountStatus };
type PayLinksProps = {
  page: Pick<PageProps, "may" | "language" | "t">;
  of: Payable & { code: string };
  customer: string;
  /** Whether its product is inactive, which the page says in a line of its own. */
  isStopped: boolean;
};

/** Where a payment to a credit or an account is registered, and a promise of it recorded; else why not. */
export function PayLinks({ page: { may, language, t }, of, customer, isStopped }: PayLinksProps) {
  const { entity, code } = of;
  const because = (way: "payment" | "promise") => {
    if (!may(`${way}:operate`)) return notYours(`${way}:operate`, { language, t });
    return takesPayments(of) ? undefined : t(`record.no_${way}_${entity}`);
  };
  const links = {
    payment: { href: `/${entity}s/${code}/payments/new`, label: t("paying.register") },
    promise: { href: `/customers/${customer}/promises/new?of=${code}`, label: t("paying.record_promise") },
  };
  return (
    <p className="pay-links">
      {(["payment", "promise"] as const).map((way) => (
        <PayLink key={way} {...links[way]} id={`no-${way}`} because={because(way)} isStopped={isStopped} />
      ))}
    </p>
  );
}

type PayLinkProps = Record<"id" | "href" | "label", string> & { because: string | undefined; isStopped: boolean };

/** Of what is stopped the page says so in a line of its own. */
function PayLink({ id, href, label, because, isStopped }: PayLinkProps) {
  if (because !== undefined || isStopped)
    return <RefusedWay id={because === undefined ? "stopped" : id} label={label} because={because} />;
  return (
    <a className="button" href={href}>
      {label}
    </a>
  );
}

const takesPayments = (of: Payable) =>
  of.entity === "credit"
    ? allows(creditMachine, of.status, "payments automatic and voluntary")
    : allows(accountMachine, of.status, "payments");
