import { bilingual } from "#lib/messages/bilingual";

/** Why what was typed is no amount of money. */
export const amountWords = bilingual({
  en: {
    unreadable: "Type an amount in digits, such as 1234.50, 1,234.50 or 1.234,50.",
    negative: "Type an amount that is not negative.",
    ambiguous:
      "With three digits after its only separator, this could be thousands or decimals: type its decimals too, such as 1.234,00.",
    too_many_decimals:
      "Type an amount with {decimals, plural, =0 {no decimals} one {at most # decimal} other {at most # decimals}}.",
    too_large: "This is more than any amount can be; type a smaller one.",
  },
  es: {
    unreadable: "Escriba un monto en dígitos, como 1234,50, 1.234,50 o 1,234.50.",
    negative: "Escriba un monto que no sea negativo.",
    ambiguous:
      "Con tres dígitos tras su único separador, esto podría ser miles o decimales: escriba también los decimales, como 1.234,00.",
    too_many_decimals:
      "Escriba un monto {decimals, plural, =0 {sin decimales} one {con un decimal como máximo} other {con # decimales como máximo}}.",
    too_large: "Esto es más de lo que puede ser un monto; escriba uno menor.",
  },
});
