import { type Field, FieldForm, type FieldFormProps } from "#components/form/field-form";
import { Notice } from "#components/ui/notice";
import type { Translate } from "#lib/messages/catalogue";
import type { Named } from "#lib/records";

type RecordProps = Pick<FieldFormProps, "action" | "sent"> & {
  customer: Named;
  day: string;
  /** The ID that the form begins with. */
  chosen: string;
  owing: readonly { code: string; entity: "credit" | "account"; owed: string }[];
  t: Translate;
};

/** The page on which a customer's promise to pay is recorded. */
export function RecordPromisePage({ customer: { code, name }, day, chosen, owing, t, ...form }: RecordProps) {
  const options = owing.map((each) => [each.code, `${t(`statuses.entity_${each.entity}`)} ${each.code}: ${each.owed}`] as const);
  const fields: Field[] = [
    { name: "of", label: t("paying.promise_of"), kind: "choice", value: chosen, options: [["", t("paying.choose")], ...options] },
    { name: "amount", label: t("record.amount"), kind: "line" },
    { name: "day", label: t("paying.promise_day"), kind: "calendar", value: day },
  ];
  return (
    <main id="content" className="record paying">
      <nav className="crumbs" aria-label={t("record.above")}>
        <a href={`/customers/${code}`}>
          {code} {name}
        </a>
      </nav>
      <header className="record-head">
        <h1>{t("paying.record_promise")}</h1>
        <p className="meaning">{t("paying.promise_lead")}</p>
      </header>
      {owing.length === 0 ? (
        <Notice kind="empty" title={t("paying.record_promise")} href={`/customers/${code}`} link={code}>
          {t("paying.nothing_owed")}
        </Notice>
      ) : (
        <FieldForm {...form} fields={fields} submit={t("paying.record_promise")} />
      )}
    </main>
  );
}
