import type { PageProps } from "#components/record/page";
import type { Column } from "#components/record/related";
import { Linked } from "#components/ui/linked";
import { Status } from "#components/ui/status";
import type { Entity } from "#lib/domain/machines";

type Way = Pick<PageProps, "language" | "t" | "format">;

/** The columns that tables of records are made of, in the language of the page. */
export function columnsIn({ language, t, format }: Way) {
  return {
    id: { name: t("record.id"), cell: ({ code }: { code: string }) => <Linked text={code} /> },
    status: (entity: Entity) => ({
      name: t("record.status"),
      cell: ({ status }: { status: string }) => <Status entity={entity} status={status} language={language} />,
    }),
    day: <Row,>(name: string, dayOf: (row: Row) => string): Column<Row> => ({
      name,
      cell: (row) => format.plainDay(dayOf(row)),
    }),
    moment: <Row,>(name: string, momentOf: (row: Row) => string | null, otherwise = "—"): Column<Row> => ({
      name,
      cell: (row) => {
        const at = momentOf(row);
        return at === null ? otherwise : format.moment(new Date(at));
      },
    }),
    money: <Row,>(name: string, minorOf: (row: Row) => bigint | null): Column<Row> => ({
      name,
      isAmount: true,
      unit: t("schedule.amounts_in", { currency: format.currency }),
      cell: (row) => {
        const minor = minorOf(row);
        return minor === null ? "—" : format.amount(minor);
      },
    }),
  };
}
