import type { Said } from "#db/facts/sight";
import type { Order } from "#db/move/order";
import type { Values } from "#lib/domain/machine";

/** A record that one guard alone refuses: what it saw, and what was said; by the system where that alone is asked. */
export type Refusing = {
  code: string;
  values?: Values;
  said?: Partial<Order> & Said;
  isBySystem?: true;
};

/** Of each event, by `credit.settle`, and each of its guards. */
export type Cases = Readonly<Record<string, Readonly<Record<string, () => Promise<Refusing>>>>>;
