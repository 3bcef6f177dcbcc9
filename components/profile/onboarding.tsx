import { FieldForm } from "#components/form/field-form";
import { Facts } from "#components/profile/facts";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { Forms, Person } from "#lib/profile";

type OnboardingProps = { person: Person; forms: Forms; t: Translate; format: Format };

/** The days of a person's onboarding and their consents, with what an operator may record of them. */
export function Onboarding({ person, forms, t, format }: OnboardingProps) {
  const moment = (at: string | null) => at && format.moment(new Date(at));
  const list = person.status === "unregistered" ? "pre-customers" : "customers";
  const acts = [
    [forms.activate, t("profile.mark_activated")],
    [forms.acceptData, t("profile.record_data")],
    [forms.acceptCommercial, t("profile.record_commercial")],
    [forms.takeBackCommercial, t("profile.withdraw_commercial")],
  ] as const;
  return (
    <Facts
      title={t("person.onboarding")}
      facts={[
        [t("person.data_accepted"), moment(person.dataAcceptedAt) ?? t("person.not_given")],
        [t("person.commercial_accepted"), moment(person.commercialAcceptedAt) ?? t("person.not_given")],
        [t("person.made"), moment(person.createdAt)],
        [t("person.activated"), moment(person.activatedAt)],
        ...(person.registeredAt === null ? [] : ([[t("customers.created"), moment(person.registeredAt)]] as const)),
        [t(`${list}.modified`), moment(person.statusChangedAt)],
        [t("person.external_id"), person.externalId],
      ]}
    >
      <div className="buttons">
        {acts.map(([form, label]) => form && <FieldForm key={label} {...form} submit={label} isPrimary={false} />)}
      </div>
    </Facts>
  );
}
