import type { ShownStart } from "#lib/onboarding/shown";

/** Where an import begins: the file to upload, what was wrong with the last one, and what was imported before. */
export function ImportStart({ t, format, refusal, recent }: ShownStart) {
  return (
    <main id="content" className="record import">
      <h1>{t("import.title")}</h1>
      <p className="meaning">{t("import.lead")}</p>
      {refusal !== undefined && (
        <section className="notice problem" role="alert">
          <h2>{t("import.refused")}</h2>
          <p>{refusal}</p>
        </section>
      )}
      <form method="post" action="/import/check" encType="multipart/form-data">
        <label>
          {t("import.file")} <input type="file" name="file" accept=".csv,text/csv" required />
        </label>{" "}
        <button type="submit" className="button">
          {t("import.check")}
        </button>
      </form>
      <details className="bank-how">
        <summary>{t("import.bank_how")}</summary>
        <p>{t("import.bank_columns")}</p>
        <p>{t("import.bank_twice")}</p>
        <pre tabIndex={0}>{sample}</pre>
      </details>
      <details className="processor-how">
        <summary>{t("import.processor_how")}</summary>
        <p>{t("import.processor_columns")}</p>
        <p>{t("import.processor_twice")}</p>
        <pre tabIndex={0}>{told}</pre>
      </details>
      <h2>{t("import.recent")}</h2>
      {recent.length === 0 ? <p>{t("import.none")}</p> : <Recent t={t} format={format} recent={recent} />}
    </main>
  );
}

const sample = "credit_id,amount,date,reference\nK-7F3K2M,150000,2026-02-28,TRX-000123\nA-2M9PQR,98500.50,2026-02-28,TRX-000124";

const told =
  "external_id,kind,card_id,amount,currency,merchant,at\nTX-1,authorization,D-7F3K2M,150000,COP,Librería,2026-02-27T15:04:05Z\nTX-1,settlement,D-7F3K2M,150000,COP,Librería,2026-02-28T03:00:00Z";

function Recent({ t, format, recent }: Pick<ShownStart, "t" | "format" | "recent">) {
  const numbers = ["rows", "repeated", "known", "bad", "good", "added"] as const;
  return (
    <section className="table-box" tabIndex={0} aria-label={t("import.recent")}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("import.started")}</th>
            <th scope="col">{t("import.kind")}</th>
            <th scope="col">{t("import.status")}</th>
            {numbers.map((number) => (
              <th key={number} scope="col" className="n">
                {t(`import.${number}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {recent.map((each) => (
            <tr key={each.id}>
              <td>
                <a href={`/import/${each.id}`}>{format.moment(new Date(each.startedAt))}</a>
              </td>
              <td>{t(`import.kind_${each.kind}`)}</td>
              <td>{t(`import.${each.state}`)}</td>
              {numbers.map((number) => (
                <td key={number} className="n">
                  {format.count(each[number] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
