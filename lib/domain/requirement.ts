export const requirements = [
  "personal_data_accepted",
  "account_activated",
  "names",
  "phone",
  "email",
  "national_id",
  "address",
  "phone_verified",
  "email_verified",
] as const;
export type Requirement = (typeof requirements)[number];

/** What every project asks besides what it chooses itself: consent to keep the data, and an activated account. */
export const alwaysRequired: readonly Requirement[] = ["personal_data_accepted", "account_activated"];
export const defaultRequirements: readonly Requirement[] = requirements.filter((each) => each !== "address");

export type Captured = {
  firstName: string;
  lastName: string;
  idType: string | null;
  nationalId: string | null;
  phone: string | null;
  email: string | null;
  address: string | null;
  isPhoneVerified: boolean;
  isEmailVerified: boolean;
  dataAcceptedAt: Date | string | null;
  activatedAt: Date | string | null;
};

/** What a pre-customer still lacks to become a customer, in the order it is asked for. */
export function missingRequirements(captured: Captured, asked = defaultRequirements): Requirement[] {
  return requirements.filter((each) => (alwaysRequired.includes(each) || asked.includes(each)) && !isMet[each](captured));
}

const isMet: Record<Requirement, (captured: Captured) => boolean> = {
  personal_data_accepted: (it) => it.dataAcceptedAt !== null,
  account_activated: (it) => it.activatedAt !== null,
  names: (it) => it.firstName !== "" && it.lastName !== "",
  phone: (it) => it.phone !== null,
  email: (it) => it.email !== null,
  national_id: (it) => it.idType !== null && it.nationalId !== null,
  address: (it) => it.address !== null,
  phone_verified: (it) => it.isPhoneVerified,
  email_verified: (it) => it.isEmailVerified,
};
