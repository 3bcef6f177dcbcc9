import type { BookChange, Pair } from "#lib/domain/change";
import type { CreditStatus } from "#lib/domain/credit";
import type { CustomerStatus } from "#lib/domain/customer";
import type { Foreseen as Move } from "#lib/domain/foresight";

/** What would change of a credit; payments by their ID, the one that is not there yet as null. */
export type CreditChange = Omit<BookChange, "allocations"> & {
  code: string;
  status: Pair<CreditStatus>;
  allocations: (Omit<BookChange["allocations"][number], "paymentId"> & { payment: string | null })[];
};

/** What would follow if something were done to a customer's credits: computed, not written. */
export type Foreseen = {
  credits: CreditChange[];
  /** Of an account: what would be its credit balance. */
  kept: (Pair<bigint> & { account: string }) | undefined;
  moves: Move[];
  customer: { code: string; status: Pair<CustomerStatus> };
};
