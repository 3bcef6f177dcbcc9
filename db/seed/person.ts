import { mensNames, surnames, type Word, womensNames } from "#db/seed/names";
import { nationalIdOf } from "#db/seed/national-id";
import { addressFrom } from "#db/seed/places";
import { type Random, weighted } from "#db/seed/random";
import type { IdType } from "#lib/domain/customer";

/** Everything a person can tell of themselves; whether they have told it is for their onboarding to say. */
export function personFrom(random: Random, ordinal: number) {
  const given = givenNames(random);
  const [father, mother] = [random.pick(surnames), random.pick(surnames)];
  const idType = random.pick(idTypes);
  return {
    firstName: given.map(({ text }) => text).join(" "),
    lastName: random.chance(0.94) ? `${father.text} ${mother.text}` : father.text,
    idType,
    nationalId: nationalIdOf(idType, ordinal),
    phone: random.chance(0.97) ? colombianMobile(random) : foreignMobile(random),
    email: `${given[0].plain}.${father.plain}${random.below(10_000)}@${random.pick(mailDomains)}`,
    address: addressFrom(random),
  };
}

const idTypes = weighted<IdType>([
  [87, "cc"],
  [6, "ce"],
  [4, "nit"],
  [3, "passport"],
]);

const mailDomains = weighted([
  [5, "correo.example", "mail.example"],
  [1, "empresa.example", "universidad.example", "buzon.example"],
]);

const mobilePrefixes = weighted([
  [4, "300", "301", "310", "311", "312", "313", "314", "315", "320", "321"],
  [2, "302", "304", "305", "316", "317", "318", "319", "322", "323", "350"],
  [1, "303", "324", "333", "351"],
]);

const foreignMobiles = weighted([
  [6, "+58412#######", "+58424#######"],
  [2, "+5939########", "+519########", "+1305#######"],
  [1, "+346########", "+5255########", "+55119########", "+49151########", "+8190########"],
]);

function givenNames({ pick, chance }: Random): [Word, ...Word[]] {
  const names = chance(0.5) ? womensNames : mensNames;
  const [first, second] = [pick(names), pick(names)];
  return chance(0.55) && first !== second ? [first, second] : [first];
}

const colombianMobile = ({ pick, below }: Random) => `+57${pick(mobilePrefixes)}${String(below(10_000_000)).padStart(7, "0")}`;
const foreignMobile = ({ pick, below }: Random) => pick(foreignMobiles).replaceAll("#", () => String(below(10)));
