import { BankOutcome } from "#components/import/bank";
import { Faults } from "#components/import/faults";
import type { ShownReport } from "#lib/onboarding/shown";

/** What a check found and what came of it, with what can be done next. */
export function ImportReport(report: ShownReport) {
  const { t, format, shown } = report;
  const isBank = shown.kind === "payments";
  const counts = ["rows", "good", ...(isBank ? (["unmatched"] as const) : []), "repeated", "known", "bad"] as const;
  const isCounted = shown.state !== "checking" && shown.state !== "interrupted";
  const isPaid = shown.state === "committing" || shown.state === "stopped" || shown.state === "committed";
  return (
    <main id="content" className="record import">
      <nav className="crumbs" aria-label={t("import.title")}>
        <a href="/import">{t("import.title")}</a>
      </nav>
      <h1>{t("import.report", { moment: format.moment(new Date(shown.startedAt)) })}</h1>
      <State {...report} />
      {shown.ignoredColumns.length > 0 && <p>{t("import.ignored", { columns: shown.ignoredColumns.join(", ") })}</p>}
      {isCounted && (
        <dl className="counts">
          {counts.map((count) => (
            <div key={count} data-count={count}>
              <dt>{t(`import.${count}`)}</dt>
              <dd>{format.count(shown[count])}</dd>
            </div>
          ))}
        </dl>
      )}
      {isPaid && report.bank !== undefined && <BankOutcome {...report.bank} />}
      {report.faults.length > 0 && <Faults {...report} />}
    </main>
  );
}

function State({ t, format, shown, bank, left: untold }: ShownReport) {
  const left = bank?.counts.staged ?? untold;
  const isTold = shown.kind === "processor";
  switch (shown.state) {
    case "checking":
      return (
        <>
          <meta httpEquiv="refresh" content="2" />
          <p role="status">{t("import.running", { rows: format.count(shown.rows) })}</p>
        </>
      );
    case "interrupted":
      return <p role="status">{t("import.interrupted_why")}</p>;
    case "discarded":
      return <p role="status">{t("import.gone")}</p>;
    case "committing":
      return (
        <>
          <meta httpEquiv="refresh" content="2" />
          <p role="status">{t(isTold ? "import.booking" : "import.paying", { left })}</p>
        </>
      );
    case "stopped":
      return (
        <>
          <p role="status">{t(isTold ? "import.booking_stopped" : "import.stopped_why", { left })}</p>
          <div className="actions">
            <Act id={shown.id} act="commit" label={t("import.go_on")} />
          </div>
        </>
      );
    case "committed":
      return <Result t={t} shown={shown} bank={bank} />;
    case "checked":
      return (
        <>
          <p role="status">{t(shown.good === 0 ? "import.nothing_good" : nextIn[shown.kind])}</p>
          <div className="actions">
            {shown.good > 0 && <Act id={shown.id} act="commit" label={t("import.commit", { rows: shown.good })} />}
            <Act id={shown.id} act="discard" label={t("import.discard")} />
          </div>
        </>
      );
  }
}

const nextIn = { onboarding: "import.next", payments: "import.next_payments", processor: "import.next_processor" } as const;

function Result({ t, shown, bank }: Pick<ShownReport, "t" | "shown" | "bank">) {
  if (shown.kind === "processor") return <Told t={t} shown={shown} />;
  const isBank = bank !== undefined;
  const added = shown.added ?? 0;
  const unmatched = isBank ? bank.counts.unmatched + bank.counts.dismissed + bank.counts.assigned : 0;
  const overtaken = shown.good - added - unmatched;
  return (
    <>
      <p role="status">
        {t(isBank ? "import.done_payments" : "import.done", { added })}{" "}
        {overtaken > 0 && t(isBank ? "import.overtaken_payments" : "import.overtaken", { rows: overtaken })}
      </p>
      <p className="actions">
        {isBank ? (
          <a href="/pre-payments">{t("record.pre_payments")}</a>
        ) : (
          <>
            <a href="/pre-customers">{t("pre-customers.title")}</a> <a href="/customers">{t("customers.title")}</a>
          </>
        )}{" "}
        <a href="/import">{t("import.again")}</a>
      </p>
    </>
  );
}

function Told({ t, shown }: Pick<ShownReport, "t" | "shown">) {
  const added = shown.added ?? 0;
  const left = shown.good - added;
  return (
    <>
      <p role="status">
        {t("import.done_processor", { added })} {left > 0 && t("import.not_booked", { rows: left })}
      </p>
      <p className="actions">
        <a href="/accounts">{t("accounts.title")}</a> <a href="/import">{t("import.again")}</a>
      </p>
    </>
  );
}

function Act({ id, act, label }: { id: string; act: "commit" | "discard"; label: string }) {
  return (
    <form method="post" action={`/import/${act}`}>
      <input type="hidden" name="import" value={id} />
      <button type="submit" className={act === "commit" ? "button primary" : "button"}>
        {label}
      </button>
    </form>
  );
}
