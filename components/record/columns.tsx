import type { WordColumn } from "#components/record/related";
import type { Entity } from "#lib/domain/machines";
import { linkedHtml } from "#lib/linked-html";
import { escaped } from "#lib/list/html/escaped";
import { statusWords } from "#lib/messages/catalogue";
import type { Way } from "#lib/way";

/** The columns that tables of records are made of, in the language of the page. */
export function columnsIn({ language, t, format }: Way) {
  const text = <Row,>(name: string, textOf: (row: Row) => string): WordColumn<Row> => ({
    name,
    html: (row) => escaped(textOf(row)),
  });
  const linked = <Row,>(name: string, textOf: (row: Row) => string): WordColumn<Row> => ({
    name,
    html: (row) => linkedHtml(textOf(row)),
  });
  return {
    text,
    /** Every record's ID in it leads there. */
    linked,
    id: linked(t("record.id"), ({ code }: { code: string }) => code),
    status: (entity: Entity) => {
      const words: Readonly<Record<string, { label: string }>> = statusWords[language][entity];
      return {
        name: t("record.status"),
        html: ({ status }: { status: string }) =>
          `<span data-status="${escaped(status)}">${escaped(words[status]?.label ?? status)}</span>`,
      };
    },
    day: <Row,>(name: string, dayOf: (row: Row) => string) => text<Row>(name, (row) => format.plainDay(dayOf(row))),
    moment: <Row,>(name: string, momentOf: (row: Row) => string | null, otherwise = "—") =>
      text<Row>(name, (row) => {
        const at = momentOf(row);
        return at === null ? otherwise : format.moment(new Date(at));
      }),
    count: <Row,>(name: string, countOf: (row: Row) => number): WordColumn<Row> => ({
      ...text<Row>(name, (row) => format.count(countOf(row))),
      isAmount: true,
    }),
    money: <Row,>(name: string, minorOf: (row: Row) => bigint | null): WordColumn<Row> => ({
      ...text<Row>(name, (row) => {
        const minor = minorOf(row);
        return minor === null ? "—" : format.amount(minor);
      }),
      isAmount: true,
      unit: t("schedule.amounts_in", { currency: format.currency }),
    }),
  };
}
