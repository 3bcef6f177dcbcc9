import { FieldForm } from "#components/form/field-form";
import { type Column, Related } from "#components/record/related";
import { Linked } from "#components/ui/linked";
import type { BankRow, ShownBank } from "#lib/bank/shown";
import { dismissals, erasedTarget } from "#lib/bank/state";

type Unmatched = ShownBank["unmatched"][number];
type Waiting = ShownBank["waiting"][number];

/** What came of the rows of a bank's file, and those that an operator has to resolve. */
export function BankOutcome(bank: ShownBank) {
  const { t, format, counts, unmatched, waiting } = bank;
  const shown = ["paid", "waiting", "rejected", "unmatched", "dismissed"] as const;
  const code: Column<Waiting> = { name: t("import.pre_payment"), cell: (it) => <Linked text={it.code} /> };
  const resolve: Column<Unmatched> = { name: t("import.resolve"), cell: (it) => <Resolve row={it} t={t} /> };
  return (
    <>
      <h2>{t("import.outcome")}</h2>
      <dl className="counts">
        {shown.map((count) => (
          <div key={count} data-count={count}>
            <dt>{t(`import.${count}`)}</dt>
            <dd>{format.count(counts[count])}</dd>
          </div>
        ))}
      </dl>
      {unmatched.length > 0 && (
        <div className="bank-rows" id="unmatched">
          <p>{t("import.unmatched_why")}</p>
          <Related
            title={t("import.unmatched_rows")}
            rows={unmatched}
            total={counts.unmatched}
            columns={[...columnsOf(bank), resolve]}
            keyOf={({ id }) => id}
            t={t}
          />
        </div>
      )}
      {waiting.length > 0 && (
        <div className="bank-rows" id="waiting">
          <p>{t("import.waiting_why")}</p>
          <Related
            title={t("import.waiting_rows")}
            rows={waiting}
            total={counts.waiting}
            columns={[code, ...columnsOf(bank)]}
            keyOf={({ id }) => id}
            t={t}
          />
        </div>
      )}
    </>
  );
}

function columnsOf({ t, format }: ShownBank): Column<BankRow>[] {
  return [
    { name: t("import.line"), isAmount: true, cell: ({ line }) => format.count(line) },
    { name: t("import.named"), cell: ({ target }) => (target === erasedTarget ? t("import.erased") : target) },
    {
      name: t("record.amount"),
      isAmount: true,
      unit: t("schedule.amounts_in", { currency: format.currency }),
      cell: ({ amount }) => format.amount(amount),
    },
    { name: t("import.date"), cell: ({ datedOn }) => format.plainDay(datedOn) },
    { name: t("import.reference"), cell: ({ reference }) => reference ?? "—" },
  ];
}

function Resolve({ row: { assign, dismiss }, t }: { row: Unmatched } & Pick<ShownBank, "t">) {
  const reasons = dismissals.map((each) => [each, t(`import.dismissed_${each}`)] as const);
  return (
    <div className="resolve">
      {assign && (
        <FieldForm
          {...assign}
          opener={t("import.assign")}
          submit={t("import.assign")}
          fields={[{ name: "of", label: t("import.assign_to"), kind: "line", isRequired: true }]}
        />
      )}
      {dismiss && (
        <FieldForm
          {...dismiss}
          opener={t("import.dismiss")}
          submit={t("import.dismiss")}
          isPrimary={false}
          fields={[
            {
              ...{ name: "dismissal", label: t("import.dismiss_why"), kind: "choice", isRequired: true },
              options: [["", t("import.dismiss_choose")], ...reasons],
            },
          ]}
        />
      )}
    </div>
  );
}
