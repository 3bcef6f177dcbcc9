import type { ReactNode } from "react";
import { BoxTable } from "#components/ui/box-table";
import type { ShownSettings } from "#lib/settings/shown";

/** Which rules were in force before, and who changed them to what. */
export function Versions({ versions, t, format }: ShownSettings) {
  if (versions.length === 0) return <Section title={t("settings.versions")} note={t("settings.versions_none")} />;
  const heads = [t("settings.version"), t("settings.when"), t("settings.who"), t("settings.what")];
  return (
    <Section title={t("settings.versions")}>
      <BoxTable title={t("settings.versions")} heads={heads}>
        {versions.map(({ version, at, email, changes }) => (
          <tr key={version}>
            <th scope="row">{format.count(version)}</th>
            <td>{format.moment(new Date(at))}</td>
            <td>{email}</td>
            <td className="details">{changes.join(" · ")}</td>
          </tr>
        ))}
      </BoxTable>
    </Section>
  );
}

/** Who signs in, with which role. */
export function Operators({ operators, t, format }: ShownSettings) {
  const heads = [t("settings.operator"), t("settings.role"), t("settings.seen")];
  return (
    <Section title={t("settings.operators")} note={t("settings.operators_why")}>
      <BoxTable title={t("settings.operators")} heads={heads}>
        {operators.map(({ subject, name, email, role, seenAt, isHere }) => (
          <tr key={subject}>
            <th scope="row">
              {name} <span className="quiet">{email}</span>
            </th>
            <td>{t(`role.${role}`)}</td>
            <td>
              {format.moment(new Date(seenAt))} {isHere && <span className="quiet">({t("settings.here")})</span>}
            </td>
          </tr>
        ))}
      </BoxTable>
    </Section>
  );
}

function Section({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  return (
    <section className="past">
      <h2>{title}</h2>
      {note !== undefined && <p className="meaning">{note}</p>}
      {children}
    </section>
  );
}
