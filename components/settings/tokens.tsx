import { FieldForm } from "#components/form/field-form";
import { Written } from "#components/profile/written";
import { NewToken } from "#components/settings/new-token";
import { BoxTable } from "#components/ui/box-table";
import { callsPerMinute, scopes } from "#lib/domain/token";
import type { ShownTokens } from "#lib/token";
import { scopeLabel } from "#lib/token/words";

/** The tokens that apps call with: the form that makes one, and those there are. */
export function TokensPage(shown: ShownTokens) {
  const { t, told, tokens } = shown;
  return (
    <main id="content" className="record settings">
      <nav className="crumbs" aria-label={t("settings.title")}>
        <a href="/settings">{t("settings.title")}</a>
      </nav>
      <h1>{t("token.title")}</h1>
      <p className="meaning">{t("token.lead")}</p>
      <Written lines={told} />
      <section id="act-create">
        <h2>{t("token.create")}</h2>
        <NewToken {...shown.create} fields={fieldsOf(shown)} words={wordsOf(shown)} />
      </section>
      <section className="past">
        <h2>{t("token.all")}</h2>
        {tokens.length === 0 ? <p className="meaning">{t("token.none")}</p> : <Tokens {...shown} />}
      </section>
    </main>
  );
}

function Tokens(shown: ShownTokens) {
  const { t, tokens } = shown;
  const heads = [t("token.token"), t("token.scopes"), t("token.last_used"), t("token.created"), t("token.state")];
  return (
    <BoxTable title={t("token.all")} heads={heads}>
      {tokens.map((token) => (
        <TokenRow key={token.prefix} token={token} shown={shown} />
      ))}
    </BoxTable>
  );
}

type Row = { token: ShownTokens["tokens"][number]; shown: ShownTokens };

function TokenRow({ token, shown: { language, t, format } }: Row) {
  const { prefix, name, scopes, callsPerMinute: calls, expiresOn, lastUsedAt, createdEmail, createdAt } = token;
  const by = (email: string, at: string) => t("token.by", { email, at: format.moment(new Date(at)) });
  return (
    <tr id={`act-${prefix}`}>
      <th scope="row">
        {name} <code className="quiet">{prefix}</code>
      </th>
      <td>
        {scopes.map((scope) => scopeLabel(scope, language)).join(", ")}{" "}
        <span className="quiet">{t("token.calls_of", { calls: format.count(calls) })}</span>
      </td>
      <td>{lastUsedAt === null ? t("token.never") : format.moment(new Date(lastUsedAt))}</td>
      <td>{by(createdEmail, createdAt)}</td>
      <td>
        {t(`token.state_${token.state}`)}{" "}
        {token.revokedAt !== null && <span className="quiet">{by(token.revokedEmail ?? "", token.revokedAt)}</span>}
        {token.state === "live" && expiresOn !== null && (
          <span className="quiet">{t("token.expires_on", { day: format.plainDay(expiresOn) })}</span>
        )}
        {token.revoke !== undefined && (
          <FieldForm
            {...token.revoke}
            opener={t("token.revoke")}
            submit={t("token.revoke")}
            lead={t("token.revoke_lead")}
            isPrimary={false}
          />
        )}
      </td>
    </tr>
  );
}

const fieldsOf = ({ language, t, format }: ShownTokens): Parameters<typeof NewToken>[0]["fields"] => ({
  name: { name: "name", label: t("token.name"), kind: "line", hint: t("token.name_hint") },
  scopes: scopes.map((scope) => ({ name: scope, label: scopeLabel(scope, language), kind: "flag" })),
  calls: {
    ...{ name: "calls", label: t("token.calls"), kind: "line", value: `${callsPerMinute.usual}` },
    hint: t("token.calls_hint", { least: format.count(callsPerMinute.least), most: format.count(callsPerMinute.most) }),
  },
  expires: { name: "expires", label: t("token.expires"), kind: "calendar", hint: t("token.expires_hint") },
});

const wordsOf = ({ t }: ShownTokens) => ({
  lead: t("token.create_lead"),
  scopes: t("token.scopes"),
  create: t("token.create"),
  madeWhy: t("token.made_why"),
  copy: t("token.copy"),
  copied: t("token.copied"),
  back: t("token.back"),
});
