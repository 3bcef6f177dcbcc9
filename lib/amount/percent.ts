import type { Language } from "#lib/messages/catalogue";

/** A rate in percent, as it is stored (`23.9000`), the way a language writes it. */
export function percent(rate: string, language: Language): string {
  const plain = rate.includes(".") ? rate.replace(/\.?0+$/, "") : rate;
  return `${plain.replace(".", language === "es" ? "," : ".")}\u00a0%`;
}

/** A percentage of at most two decimals without the zeros at its end, which a database adds. */
export const plainPercent = (text: string): string => `${Number(text)}`;
