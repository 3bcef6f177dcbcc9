import type { ReactNode } from "react";
import { Preferences } from "#components/ui/preferences";
import type { Language, Translate } from "#lib/messages/catalogue";

const pageWords = {
  approvals: "approvals.title",
  import: "shell.import",
  history: "history.title",
  settings: "settings.title",
} as const;
export type ShellPage = keyof typeof pageWords;

type ShellProps = {
  t: Translate;
  language: Language;
  theme: string;
  path: string;
  back: string;
  isDemo: boolean;
  person: { name: string; email: string; role: string } | undefined;
  /** The pages beside the lists that the role may open. */
  pages: ShellPage[];
  businessDate: string;
  timeZone: string;
  children: ReactNode;
};

/** What stands around every page: where one can go, who is signed in, which day it is, language and theme. */
export function Shell(props: ShellProps) {
  const { t, isDemo, person, businessDate, timeZone, children } = props;
  return (
    <>
      <a href="#content" className="skip">
        {t("shell.skip")}
      </a>
      <header className="shell">
        <a href="/" className="brand">
          Cartera
        </a>
        {person !== undefined && <Sections {...props} />}
        <p className="day">
          <span className="label">{t("shell.business_date")}</span> <b>{businessDate}</b> <span className="zone">{timeZone}</span>
        </p>
        <Preferences {...props} />
        {person !== undefined && <Person t={t} person={person} />}
      </header>
      {isDemo && <aside className="demo">{t("shell.demo")}</aside>}
      {children}
    </>
  );
}

function Sections({ t, path, pages }: ShellProps) {
  const sections = [
    ["/pre-customers", t("pre-customers.title")],
    ["/customers", t("customers.title")],
    ...pages.map((page) => [`/${page}`, t(pageWords[page])] as const),
    ["/statuses", t("statuses.title")],
  ] as const;
  return (
    <nav aria-label={t("shell.sections")}>
      {sections.map(([address, label]) => (
        <a key={address} href={address} aria-current={path === address || path.startsWith(`${address}/`) ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}

function Person({ t, person }: { t: Translate; person: { name: string; email: string; role: string } }) {
  return (
    <details className="menu person" name="menu">
      <summary>
        <span className="sr-only">{t("shell.signed_in_as")} </span>
        {person.name}
      </summary>
      <div>
        <p>
          <b>{person.role}</b>
          <br />
          {person.email}
        </p>
        <form method="post" action="/sign-out">
          <button type="submit" className="button">
            {t("shell.sign_out")}
          </button>
        </form>
      </div>
    </details>
  );
}
