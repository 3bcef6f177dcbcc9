import { type Random, weighted } from "#db/seed/random";
import { type Captured, defaultRequirements, type Requirement } from "#lib/domain/requirement";

type Onboarding = Captured & { commercialAcceptedAt: string | null };

/** What is not there while a requirement is not met. */
const without: Record<Requirement, Partial<Onboarding>> = {
  phone: { phone: null, isPhoneVerified: false },
  phone_verified: { isPhoneVerified: false },
  names: { firstName: "", lastName: "" },
  personal_data_accepted: { dataAcceptedAt: null, commercialAcceptedAt: null },
  email: { email: null, isEmailVerified: false },
  email_verified: { isEmailVerified: false },
  national_id: { idType: null, nationalId: null },
  address: { address: null },
  account_activated: { activatedAt: null },
};

/** In the order in which people are asked. */
const steps = Object.keys(without) as Requirement[];

const lastSteps = weighted(
  steps.filter((step) => defaultRequirements.includes(step)).map((step, place) => [1 + place, step] as const),
);

/** Takes away what someone has not given who stopped at one of the steps; now and then a later step is met all the same. */
export function stopOnTheWay(random: Random, onboarding: Onboarding): void {
  const stoppedAt = random.pick(lastSteps);
  const asked = steps.slice(steps.indexOf(stoppedAt));
  for (const step of asked) if (step === stoppedAt || random.chance(0.85)) Object.assign(onboarding, without[step]);
}
