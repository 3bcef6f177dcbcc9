import { type Field, FieldForm } from "#components/form/field-form";
import { RefusedWay } from "#components/ui/refused-way";
import { violationRules } from "#lib/domain/violation";
import type { FieldFormSent } from "#lib/form";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import { violationRuleWords } from "#lib/messages/profile";
import type { Forms, ProfileViolation } from "#lib/profile";
import type { Shown } from "#lib/records";

type ViolationsProps = {
  violations: Shown<ProfileViolation>;
  heldAt: string | null;
  forms: Forms;
  t: Translate;
  format: Format;
};

/** The business rules that a customer broke, open and resolved, and the hold of an operator. */
export function Violations({ violations: { rows, total }, heldAt, forms, t, format }: ViolationsProps) {
  const refused = forms.refused.violations;
  return (
    <section id="violations">
      <h2>{t("profile.violations")}</h2>
      {heldAt !== null && <p className="held">{t("profile.held", { at: format.moment(new Date(heldAt)) })}</p>}
      {total === 0 && <p className="meaning">{t("record.none")}</p>}
      <ul className="entries">
        {rows.map((violation) => (
          <Violation
            key={violation.id}
            violation={violation}
            resolve={forms.resolve[violation.id]}
            isRefused={refused !== undefined}
            t={t}
            format={format}
          />
        ))}
      </ul>
      {total > rows.length && <p className="meaning">{t("record.newest", { shown: rows.length, total })}</p>}
      {refused !== undefined && <RefusedWay id="no-violation" label={t("profile.record_violation")} because={refused} />}
      {forms.violation !== undefined && (
        <FieldForm
          {...forms.violation}
          opener={t("profile.record_violation")}
          submit={t("profile.record_violation")}
          lead={t("profile.violation_follows")}
          fields={fieldsOf(t)}
        />
      )}
    </section>
  );
}

type ViolationProps = {
  violation: ProfileViolation;
  resolve: FieldFormSent | undefined;
  /** For a reason that is said below. */
  isRefused: boolean;
  t: Translate;
  format: Format;
};

function Violation({ violation, resolve, isRefused, t, format }: ViolationProps) {
  const { rule, isFraud, comment, isHidden, recordedEmail, recordedAt, resolvedEmail, resolvedAt } = violation;
  const by = (email: string, at: string) => ({ email, at: format.moment(new Date(at)) });
  return (
    <li data-open={resolvedAt === null}>
      <p>
        <b>{Object.hasOwn(violationRuleWords.en, rule) ? t(`violation_rule.${rule}` as never) : rule}</b>{" "}
        {isFraud && <strong className="fraud">{t("profile.fraud")}</strong>}
      </p>
      {comment !== undefined && <blockquote>{comment}</blockquote>}
      {isHidden && <p className="meaning">{t("profile.comment_hidden")}</p>}
      <p className="by">{t("profile.recorded", by(recordedEmail, recordedAt))}</p>
      {resolvedAt !== null && <p className="by">{t("profile.resolved", by(resolvedEmail ?? "", resolvedAt))}</p>}
      {isRefused && resolvedAt === null && <RefusedWay id="no-violation" label={t("profile.resolve")} because={undefined} />}
      {resolve !== undefined && (
        <FieldForm
          {...resolve}
          opener={t("profile.resolve")}
          submit={t("profile.resolve")}
          fields={[{ name: "comment", label: t("profile.comment_optional"), kind: "long" }]}
        />
      )}
    </li>
  );
}

const fieldsOf = (t: Translate): Field[] => [
  {
    name: "rule",
    label: t("profile.rule"),
    kind: "choice",
    isRequired: true,
    options: [["", t("profile.choose")], ...violationRules.map((rule) => [rule, t(`violation_rule.${rule}`)] as const)],
  },
  { name: "fraud", label: t("profile.is_fraud"), kind: "flag" },
  { name: "comment", label: t("profile.comment"), kind: "long" },
];
