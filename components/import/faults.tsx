import { faultSentence } from "#lib/onboarding/fault-file";
import type { ShownReport } from "#lib/onboarding/shown";

/** The first bad rows, and the file of all of them. */
export function Faults({ t, format, shown, faults }: ShownReport) {
  return (
    <section>
      <h2>{t("import.faults")}</h2>
      <p>
        {t("import.first_faults", { shown: format.count(faults.length) })}{" "}
        <a href={`/import/${shown.id}/faults`}>{t("import.download")}</a>
      </p>
      <section className="table-box" tabIndex={0} aria-label={t("import.faults")}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="n">
                {t("import.line")}
              </th>
              <th scope="col">{t("import.column")}</th>
              <th scope="col">{t("import.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.line} ${fault.column}`}>
                <td className="n">{fault.line}</td>
                <td>{fault.column ?? t("import.whole_row")}</td>
                <td>{faultSentence(fault, t)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
