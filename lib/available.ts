import { type AccountStatus, accountMachine } from "#lib/domain/account";
import { allows } from "#lib/domain/machine";
import { statusWords } from "#lib/messages/catalogue";
import type { Way } from "#lib/way";

/** Why none of what an account has available can be spent, in a sentence; undefined where it can. */
export function unspendable(status: AccountStatus, { language, t }: Pick<Way, "language" | "t">): string | undefined {
  if (allows(accountMachine, status, "transactions")) return undefined;
  return t("record.unspendable", { state: statusWords[language].account[status].label });
}
