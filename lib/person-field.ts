import type { Translate } from "#lib/messages/catalogue";
import type { PersonField } from "#lib/onboarding/typed";

/** What a field of a person is called; what is none is called as it is stored. */
export const personFieldLabel = (field: string, t: Translate): string =>
  Object.hasOwn(words, field) ? t(words[field as PersonField]) : field;

const words = {
  first_name: "person.first_name",
  last_name: "person.last_name",
  id_type: "pre-customers.id_type",
  national_id: "customers.national_id",
  phone: "customers.phone",
  phone_verified: "requirement.phone_verified",
  email: "customers.email",
  email_verified: "requirement.email_verified",
  address: "person.address",
} as const satisfies Record<PersonField, Parameters<Translate>[0]>;
