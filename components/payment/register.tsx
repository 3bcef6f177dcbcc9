import type { Field } from "#components/form/field-form";
import { PaymentForm, type PaymentFormProps } from "#components/payment/payment-form";
import { Linked } from "#components/ui/linked";
import { channels, paymentTypes } from "#lib/domain/pre-payment";
import type { Translate } from "#lib/messages/catalogue";

type RegisterProps = Pick<PaymentFormProps, "action" | "sent" | "waits"> & {
  entity: "credit" | "account";
  code: string;
  customer: string;
  payoff: string | undefined;
  owed: string;
  day: string;
  t: Translate;
};

/** The page on which a payment to a credit or an account is registered. */
export function RegisterPaymentPage({ entity, code, customer, payoff, owed, day, t, ...form }: RegisterProps) {
  return (
    <main id="content" className="record paying">
      <nav className="crumbs" aria-label={t("record.above")}>
        <a href={`/${entity}s/${code}`}>
          {t(`statuses.entity_${entity}`)} {code}
        </a>
      </nav>
      <header className="record-head">
        <h1>{t("paying.register")}</h1>
        <p>
          {t(`statuses.entity_${entity}`)} <Linked text={code} />, {t("statuses.entity_customer")} <Linked text={customer} />,{" "}
          {t("record.outstanding")} <b>{owed}</b>
        </p>
        <p className="meaning">{t("paying.lead")}</p>
      </header>
      <PaymentForm
        {...form}
        payoff={payoff}
        fields={fieldsOf(entity, day, t)}
        words={{
          submit: t("paying.register"),
          preview: t("paying.preview"),
          would_wait: t("paying.would_wait"),
          would_cover: t("paying.would_cover"),
          covers_nothing: t("paying.covers_nothing"),
        }}
      />
    </main>
  );
}

function fieldsOf(entity: "credit" | "account", day: string, t: Translate): Field[] {
  const types = paymentTypes.map((type) => [type, t(`record.type_${type}`)] as const);
  const ways = channels.map((channel) => [channel, t(`record.channel_${channel}`)] as const);
  return [
    { name: "amount", label: t("record.amount"), kind: "line" },
    { name: "day", label: t("paying.day"), kind: "calendar", value: day, hint: t("paying.day_hint") },
    { name: "type", label: t("record.type"), kind: "choice", value: "voluntary", options: types },
    { name: "channel", label: t("record.channel"), kind: "choice", value: "platform", options: ways },
    ...(entity === "credit" ? [{ name: "payoff", label: t("paying.payoff"), kind: "flag" } as const] : []),
  ];
}
