import { writeAmount } from "#lib/domain/money";
import { type Language, locales } from "#lib/messages/catalogue";

/** How minor units of so many decimals are written in a table whose currency is said beside it; `short` where there is little room. */
export function plainAmounts(language: Language, decimals: number) {
  const key = `${language} ${decimals}`;
  const { full, compact } = known.get(key) ?? makeFormats(language, decimals);
  known.set(key, { full, compact });
  // As text, which is formatted to the last digit.
  const text = (amount: bigint) => writeAmount(amount, decimals) as `${number}`;
  return { whole: (amount: bigint) => full.format(text(amount)), short: (amount: bigint) => compact.format(text(amount)) };
}

const known = new Map<string, ReturnType<typeof makeFormats>>();

const makeFormats = (language: Language, decimals: number) => ({
  full: new Intl.NumberFormat(locales[language], { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
  compact: new Intl.NumberFormat(locales[language], { notation: "compact", maximumFractionDigits: 2 }),
});
