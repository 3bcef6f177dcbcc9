import { Faults } from "#components/import/faults";
import type { ShownReport } from "#lib/onboarding/shown";

/** What a check found and what came of it, with what can be done next. */
export function ImportReport(report: ShownReport) {
  const { t, format, shown } = report;
  const counts = ["rows", "good", "repeated", "known", "bad"] as const;
  const isCounted = shown.state === "checked" || shown.state === "committed" || shown.state === "discarded";
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
      {report.faults.length > 0 && <Faults {...report} />}
    </main>
  );
}

function State({ t, format, shown }: ShownReport) {
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
    case "committed":
      return <Result t={t} added={shown.added ?? 0} overtaken={shown.good - (shown.added ?? 0)} />;
    case "checked":
      return (
        <>
          <p role="status">{t(shown.good > 0 ? "import.next" : "import.nothing_good")}</p>
          <div className="actions">
            {shown.good > 0 && <Act id={shown.id} act="commit" label={t("import.commit", { rows: shown.good })} />}
            <Act id={shown.id} act="discard" label={t("import.discard")} />
          </div>
        </>
      );
  }
}

function Result({ t, added, overtaken }: Pick<ShownReport, "t"> & { added: number; overtaken: number }) {
  return (
    <>
      <p role="status">
        {t("import.done", { added })} {overtaken > 0 && t("import.overtaken", { rows: overtaken })}
      </p>
      <p className="actions">
        <a href="/pre-customers">{t("pre-customers.title")}</a> <a href="/customers">{t("customers.title")}</a>{" "}
        <a href="/import">{t("import.again")}</a>
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
