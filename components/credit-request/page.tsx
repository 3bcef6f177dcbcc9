import { RequestForm } from "#components/credit-request/form";
import { wordsIn } from "#components/credit-request/words";
import type { TypedRequest } from "#lib/credit-request/field";
import type { RequestAction, RequestChoices } from "#lib/credit-request/form";
import type { Translate } from "#lib/messages/catalogue";
import type { Named } from "#lib/records";

type PageProps = {
  customer: Named;
  /** What stands in the customer's way, and whether they may ask at all. */
  because: string[];
  mayAsk: boolean;
  action: RequestAction;
  sent: Readonly<Record<string, string>>;
  typed: TypedRequest;
  choices: RequestChoices;
  hints: { currency: string; day: string };
  t: Translate;
};

/** The page on which a customer's credit is asked for. */
export function CreditRequestPage({ customer, because, mayAsk, action, sent, typed, choices, hints, t }: PageProps) {
  return (
    <main id="content" className="record credit-request">
      <nav className="crumbs" aria-label={t("record.above")}>
        <a href={`/customers/${customer.code}`}>
          {customer.code} {customer.name}
        </a>
      </nav>
      <header className="record-head">
        <h1>{t("credit_request.title")}</h1>
        <p>{t("credit_request.what_for", { customer: customer.name === "" ? customer.code : customer.name })}</p>
      </header>
      {because.length > 0 && (
        <div className="held" role="note">
          {because.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {mayAsk && <RequestForm action={action} sent={sent} first={typed} choices={choices} words={wordsIn(t, hints)} />}
    </main>
  );
}
