import { operators } from "#bin/identity-provider/operators";
import { type Language, translators } from "#lib/messages/catalogue";

export function operatorsPage(language: Language, uid: string): string {
  const t = translators[language];
  const buttons = operators.map(
    ({ subject, name, email }) =>
      `<li><button name="operator" value="${subject}" aria-describedby="${subject}">${name}</button> <span id="${subject}">${email}</span></li>`,
  );
  return page(
    language,
    t("sign_in.idp_title"),
    `<p>${t("sign_in.idp_demo")}</p>
    <form method="post" action="/interaction/${uid}"><ul>${buttons.join("")}</ul></form>
    <p><a href="/interaction/${uid}/cancel">${t("sign_in.idp_cancel")}</a></p>`,
  );
}

/** The form is the provider's own, with its hidden fields; the button joins it by the form's id. */
export function leavePage(language: Language, form: string): string {
  const t = translators[language];
  return page(
    language,
    t("sign_in.idp_leave"),
    `${form}<button form="op.logoutForm" name="logout" value="yes">${t("sign_in.idp_leave_yes")}</button>`,
  );
}

export function errorPage(language: Language, carteraUrl: string): string {
  const t = translators[language];
  return page(
    language,
    t("sign_in.idp_error"),
    `<p>${t("sign_in.idp_error_why")}</p><p><a href="${carteraUrl}/sign-in">${t("sign_in.idp_back")}</a></p>`,
  );
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  a { color: inherit }
  main { max-width: 34rem; margin: 10vh auto; padding: 0 1rem }
  h1 { font-size: 1.5rem }
  ul { list-style: none; padding: 0; display: grid; gap: .5rem }
  li { display: grid; grid-template-columns: 13rem 1fr; gap: .25rem 1rem; align-items: center }
  button { font: inherit; padding: .5rem 1rem; text-align: start; cursor: pointer }
  @media (max-width: 30rem) { li { grid-template-columns: 1fr } }`;

const page = (language: Language, title: string, body: string) => `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${style}</style></head>
  <body><main><h1>${title}</h1>${body}</main></body>
</html>`;
