import { FieldForm } from "#components/form/field-form";
import { Facts } from "#components/profile/facts";
import { RefusedWays } from "#components/ui/refused-way";
import type { Requirement } from "#lib/domain/requirement";
import type { Format } from "#lib/list/format";
import type { Translate } from "#lib/messages/catalogue";
import type { Forms, Person } from "#lib/profile";

type OnboardingProps = { person: Person; forms: Forms; t: Translate; format: Format };

/** The days of a person's onboarding and their consents, with what an operator may record of them. */
export function Onboarding({ person, forms, t, format }: OnboardingProps) {
  const moment = (at: string | null) => at && format.moment(new Date(at));
  const list = person.status === "unregistered" ? "pre-customers" : "customers";
  const registers = (last: Requirement) => (isOnlyMissing(person, last) ? { lead: t("profile.registers") } : {});
  const { activatedAt, dataAcceptedAt, commercialAcceptedAt } = person;
  const acts = [
    {
      isOpen: activatedAt === null,
      form: forms.activate,
      submit: t("profile.mark_activated"),
      ...registers("account_activated"),
    },
    {
      isOpen: dataAcceptedAt === null,
      form: forms.acceptData,
      submit: t("profile.record_data"),
      ...registers("personal_data_accepted"),
    },
    { isOpen: commercialAcceptedAt === null, form: forms.acceptCommercial, submit: t("profile.record_commercial") },
    { isOpen: commercialAcceptedAt !== null, form: forms.takeBackCommercial, submit: t("profile.withdraw_commercial") },
  ].filter(({ isOpen }) => isOpen);
  const refused = forms.refused.onboarding;
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
        {acts.map(
          ({ form, isOpen: _, ...said }) => form && <FieldForm key={said.submit} {...form} {...said} isPrimary={false} />,
        )}
        {refused !== undefined && <RefusedWays id="no-onboarding" labels={acts.map(({ submit }) => submit)} because={refused} />}
      </div>
    </Facts>
  );
}

const isOnlyMissing = ({ status, missing }: Person, last: Requirement) =>
  status === "unregistered" && missing.length === 1 && missing[0] === last;
