import type { FormGroup } from "#lib/catalogue/form";
import type { FieldFormSent } from "#lib/form";

/** A form of a page, for whoever may send it. */
export type ShownForm = FieldFormSent & { groups: readonly FormGroup[] };

/** What a product's page shows beside the record. */
export type ShownProduct = {
  edit: ShownForm | Why;
  /** What came of a form that led here. */
  saved: string | undefined;
  addOffer: { href: string } | Why;
};
type Why = { because: string };

/** What is missing for activation, and where it is set. */
export type Missing = { sentence: string; href: string; label: string };

/** What an offer's page shows beside the record. */
export type ShownOffer = Omit<ShownProduct, "addOffer"> & {
  tabs: readonly { href: string; label: string; isOpen: boolean }[];
  /** What the open tab says, where it cannot be edited. */
  said: readonly { title: string; lead: string | undefined; facts: readonly (readonly [name: string, value: string])[] }[];
  /** Undefined where it is not asked: what is enabled was complete. */
  missing: readonly Missing[] | undefined;
  removal: ShownForm | Why;
  simulate: string;
};
