import { createHash } from "node:crypto";
import { type Offer, offers } from "#db/seed/catalogue";
import { randomFrom } from "#db/seed/random";
import { uuidFrom } from "#db/seed/uuid";
import { defaultTerms, type OfferTerms } from "#lib/domain/offer-terms";

/** What is agreed on the credits of an offer of the catalogue, and the ID of its row, by which other terms are another row. */
export function agreedUnder({ id }: Pick<Offer, "id">): { id: string; settings: OfferTerms } {
  const terms = agreed.get(id);
  if (terms === undefined) throw new Error(`nothing is lent under offer ${id}`);
  return terms;
}

const agreed = new Map(
  Object.values(offers).map((offer) => {
    const settings = { ...defaultTerms, ...offer.terms, decimals: 0 } as OfferTerms;
    const hash = createHash("sha256")
      .update(JSON.stringify([offer.id, settings]))
      .digest();
    return [offer.id, { id: uuidFrom(randomFrom(hash.readUInt32LE(0), hash.readUInt32LE(4))), settings }];
  }),
);
