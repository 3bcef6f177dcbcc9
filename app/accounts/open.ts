import "server-only";
import { accountList } from "#app/accounts/list";
import { openList, type Search, type Wording } from "#app/list";
import { unspendable } from "#lib/available";
import type { AccountStatus } from "#lib/domain/account";
import type { Available } from "#lib/list/html/available";

/** The card accounts at an address, each with what it has available and whether any of that can be spent. */
export const openAccounts = (search: Search) => openList(accountList, search, worded);

const worded: Wording = (way) => ({
  available: (value) => {
    const { amount, status } = value as { amount: string; status: AccountStatus };
    const because = unspendable(status, way);
    const shown: Available = { amount: way.format.amount(BigInt(amount)), ...(because && { unspendable: because }) };
    return JSON.stringify(shown);
  },
});
