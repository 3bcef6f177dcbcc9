import { type Field, FieldForm } from "#components/form/field-form";
import { Facts } from "#components/profile/facts";
import { Reveal } from "#components/profile/reveal";
import { RefusedWay } from "#components/ui/refused-way";
import { idTypes } from "#lib/domain/customer";
import { alwaysRequired } from "#lib/domain/requirement";
import type { Translate } from "#lib/messages/catalogue";
import type { PersonField } from "#lib/onboarding/typed";
import type { Forms, Person } from "#lib/profile";

type PersonalProps = { person: Person; forms: Forms; t: Translate };

/** What is known of a person: to be edited by whoever may, or masked and revealed. */
export function Personal({ person, forms: { edit, reveal, refused }, t }: PersonalProps) {
  const facts = factsOf(person, t);
  const noEdit = refused.edit !== undefined && <RefusedWay id="no-edit" label={t("profile.edit")} because={refused.edit} />;
  if (reveal !== undefined)
    return (
      <section id="personal">
        <h2>{t("profile.personal")}</h2>
        <Reveal
          {...reveal}
          facts={facts.map(({ name, value, field }) => ({
            ...{ name, value },
            ...(field !== undefined && { field, label: t("profile.reveal_field", { field: name }) }),
          }))}
          words={{
            reveal: t("profile.reveal"),
            all: t("profile.reveal_all"),
            why: t("profile.reveal_why"),
            revealed: t("profile.revealed"),
          }}
        />
        {noEdit}
      </section>
    );
  return (
    <Facts title={t("profile.personal")} facts={facts.map(({ name, value }) => [name, value])}>
      {noEdit}
      {edit !== undefined && (
        <FieldForm
          {...edit}
          {...(areDetailsMissing(person) && { lead: t("profile.registers_by_details") })}
          opener={t("profile.edit")}
          submit={t("profile.save")}
          fields={fieldsOf(edit.typed, t)}
        />
      )}
    </Facts>
  );
}

/** Whether all that a pre-customer lacks is typed here. */
const areDetailsMissing = ({ status, missing }: Person) =>
  status === "unregistered" && missing.length > 0 && !missing.some((each) => alwaysRequired.includes(each));

function factsOf(person: Person, t: Translate): { name: string; value: string; field?: PersonField }[] {
  const { idType, isPhoneVerified, isEmailVerified } = person;
  const type = idType === null ? "" : t(`id_type.${idType}`);
  const verified = (value: string | null, isVerified: boolean) =>
    value ? `${value} (${t(isVerified ? "person.verified" : "person.unverified")})` : "";
  return [
    { name: t("person.first_name"), value: person.firstName, field: "first_name" },
    { name: t("person.last_name"), value: person.lastName, field: "last_name" },
    { name: t("customers.national_id"), value: `${type} ${person.nationalId ?? ""}`.trim(), field: "national_id" },
    { name: t("customers.phone"), value: verified(person.phone, isPhoneVerified), field: "phone" },
    { name: t("customers.email"), value: verified(person.email, isEmailVerified), field: "email" },
    { name: t("person.address"), value: person.address ?? "", field: "address" },
  ];
}

function fieldsOf(typed: Readonly<Record<PersonField, string>>, t: Translate): Field[] {
  const field = (name: PersonField, label: string, kind: Field["kind"] = "line") => ({ name, label, kind, value: typed[name] });
  const verifiable = (name: "phone" | "email", label: string, ...hints: string[]): Field => {
    const said = typed[name] === "" ? hints : [...hints, t("profile.verified_hint")];
    return { ...field(name, label), ...(said.length > 0 && { hint: said.join(" ") }) };
  };
  const types = idTypes.map((type) => [type, t(`id_type.${type}`)] as const);
  return [
    field("first_name", t("person.first_name")),
    field("last_name", t("person.last_name")),
    { ...field("id_type", t("pre-customers.id_type"), "choice"), options: [["", t("profile.no_id_type")], ...types] },
    field("national_id", t("customers.national_id")),
    verifiable("phone", t("customers.phone"), t("profile.phone_hint")),
    field("phone_verified", t("profile.phone_verified"), "flag"),
    verifiable("email", t("customers.email")),
    field("email_verified", t("profile.email_verified"), "flag"),
    field("address", t("person.address")),
  ];
}
