import { columnsIn } from "#components/record/columns";
import type { PageProps } from "#components/record/page";
import { type Column, Related } from "#components/record/related";
import { Linked } from "#components/ui/linked";
import { sumOf } from "#lib/domain/allocation";
import { components } from "#lib/domain/rules";
import { foldOf } from "#lib/fold";
import type { CoveredRow, PaymentPart, PaymentRecord } from "#lib/records";

type Superseded = PaymentRecord["superseded"][number];

/** What of a payment went to which credit, and what it covers there; what it covered before, folded. */
export function AllocationTables({ record, page }: { record: PaymentRecord; page: PageProps }) {
  const { t, format } = page;
  const { parts, allocations, superseded } = record;
  const at = { name: t("paying.superseded_at"), cell: (it: Superseded) => format.moment(new Date(it.supersededAt)) };
  return (
    <>
      <PartTable page={page} rows={parts} />
      <Related
        title={t("paying.in_force")}
        rows={allocations}
        columns={columnsOf(page)}
        keyOf={({ id }) => id}
        fold={foldOf(allocations.length, t)}
        t={t}
      />
      {superseded.length > 0 && (
        <details className="superseded">
          <summary>{t("paying.superseded", { count: superseded.length })}</summary>
          <Related
            title={t("paying.allocation")}
            rows={superseded}
            columns={[...columnsOf(page), at]}
            keyOf={({ id }) => id}
            t={t}
          />
        </details>
      )}
    </>
  );
}

function columnsOf(page: PageProps): Column<CoveredRow>[] {
  const { t, format } = page;
  const { money } = columnsIn(page);
  return [
    { name: t("paying.of_credit"), cell: ({ code }) => <Linked text={code} /> },
    { name: t("paying.instalment"), isAmount: true, cell: ({ instalment }) => format.count(instalment) },
    ...components.map((each) => money(t(`paying.${each}`), (it: CoveredRow) => it[each])),
    money(t("record.amount"), (it: CoveredRow) => sumOf(it)),
  ];
}

function PartTable({ page, rows }: { page: PageProps; rows: readonly PaymentPart[] }) {
  const { t } = page;
  const { id, status, money } = columnsIn(page);
  const columns = [id, status("credit"), money(t("record.amount"), (it: PaymentPart) => it.amount)];
  return <Related title={t("record.applied")} rows={rows} columns={columns} keyOf={({ code }) => code} t={t} />;
}
