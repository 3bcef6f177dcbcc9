import { SchedulePicture } from "#components/schedule/picture";
import { ScheduleTable } from "#components/schedule/table";
import type { Missing } from "#lib/catalogue/shown";
import type { SimulatedField, SimulationResult } from "#lib/catalogue/simulation-words";
import type { Way } from "#lib/way";

type SimulationProps = {
  offer: { code: string; name: string };
  way: Way;
  fields: readonly SimulatedField[];
  isRefused: boolean;
  /** What the offer lacks, without which there is nothing to simulate. */
  missing: readonly Missing[] | undefined;
  result: SimulationResult | undefined;
  mayDownload: boolean;
};

/** An offer tried out: what is asked, and how it would be repaid, as a table and as a picture. */
export function SimulationPage({ offer, way: { t }, fields, isRefused, missing, result, mayDownload }: SimulationProps) {
  return (
    <main id="content" className="record simulation">
      <nav className="crumbs" aria-label={t("record.above")}>
        <a href={`/offers/${offer.code}`}>
          {offer.code} {offer.name}
        </a>
      </nav>
      <header className="record-head">
        <h1>{t("simulation.title", { offer: offer.name })}</h1>
        <p className="meaning">{t("simulation.lead")}</p>
      </header>
      {missing === undefined ? (
        <div className="request">
          <SimulationForm code={offer.code} fields={fields} isRefused={isRefused} t={t} />
          {result !== undefined && <Result result={result} mayDownload={mayDownload} t={t} />}
        </div>
      ) : (
        <section className="told refused">
          <h2>{t("simulation.missing")}</h2>
          <ul>
            {missing.map(({ sentence, href, label }) => (
              <li key={sentence}>
                {sentence} <a href={href}>{t("offering.go_to", { tab: label })}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

type FormProps = Pick<SimulationProps, "fields" | "isRefused"> & { code: string; t: Way["t"] };

function SimulationForm({ code, fields, isRefused, t }: FormProps) {
  return (
    <form method="get" action={`/offers/${code}/simulate`} className="profile-form" autoComplete="off">
      {isRefused && (
        <p role="alert" className="told refused">
          {t("simulation.correct")}
        </p>
      )}
      {fields.map(({ name, label, hint, value, kind, fault }) => (
        <div key={name} className="field">
          <label htmlFor={`field-${name}`}>{label}</label>
          <input
            id={`field-${name}`}
            name={name}
            type={kind === "day" && /^(\d{4}-\d{2}-\d{2})?$/.test(value) ? "date" : "text"}
            inputMode={kind === "day" ? undefined : kind}
            defaultValue={value}
            aria-describedby={`why-${name}`}
            aria-invalid={fault === undefined ? undefined : true}
          />
          <p id={`why-${name}`} className="hint">
            {fault !== undefined && <b className="fault">{fault} </b>}
            {hint}
          </p>
        </div>
      ))}
      <button type="submit" className="button primary">
        {t("simulation.submit")}
      </button>
    </form>
  );
}

function Result({ result, mayDownload, t }: { result: SimulationResult; mayDownload: boolean; t: Way["t"] }) {
  const { facts, schedule, file } = result;
  return (
    <section className="preview">
      <h2>{t("simulation.result")}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t("simulation.cost_why")}</p>
      <SchedulePicture view={schedule} />
      <ScheduleTable view={schedule} />
      {mayDownload && (
        <a className="button" href={file} download>
          {t("simulation.download")}
        </a>
      )}
    </section>
  );
}
