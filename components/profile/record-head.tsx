import type { ReactNode } from "react";
import { CopyCode } from "#components/profile/copy-code";
import type { Translate } from "#lib/messages/catalogue";

export type RecordHeadProps = {
  /** Where one comes from: the record or list above this one. */
  crumb?: { href: string; label: string };
  title: string;
  /** What kind of record it is, where the title is a name. */
  kind?: string;
  code: string;
  status: { code: string; label: string; meaning: string; allows: readonly string[] };
  figures?: readonly (readonly [name: string, value: ReactNode])[];
  /** A line of its own under the meaning of the status. */
  note?: string | undefined;
  t: Translate;
};

/** The top of a record's page: what it is, its ID, its status with what that means and allows, and its key figures. */
export function RecordHead({ crumb, title, kind, code, status, figures = [], note, t }: RecordHeadProps) {
  const allowed =
    status.allows.length > 0 ? `${t("person.allows")}: ${status.allows.join(", ")}.` : `${t("person.allows_nothing")}.`;
  return (
    <>
      {crumb !== undefined && (
        <nav className="crumbs" aria-label={t("record.above")}>
          <a href={crumb.href}>{crumb.label}</a>
        </nav>
      )}
      <header className="record-head">
        <h1>{title}</h1>
        <p>
          {kind} <b className="id">{code}</b>
          <CopyCode code={code} label={t("shell.copy", { what: code })} done={t("record.copied")} />{" "}
          <span data-status={status.code}>{status.label}</span>
        </p>
        <p className="meaning">
          {status.meaning}. {allowed}
        </p>
        {note !== undefined && <p className="meaning">{note}</p>}
        {figures.length > 0 && <Figures figures={figures} />}
      </header>
    </>
  );
}

function Figures({ figures }: Required<Pick<RecordHeadProps, "figures">>) {
  return (
    <dl className="figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
