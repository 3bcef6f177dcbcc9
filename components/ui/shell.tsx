import type { ReactNode } from "react";
import { Preferences } from "#components/ui/preferences";
import type { Language, Translate } from "#lib/messages/catalogue";

/** The sections of the app, in the groups that they are found under. */
const groups = {
  people: { "pre-customers": "pre-customers.title", customers: "customers.title" },
  lending: {
    "pre-loans": "pre-loans.title",
    credits: "credits.title",
    "pre-payments": "pre-payments.title",
    payments: "payments.title",
    promises: "promises.title",
  },
  cards: { accounts: "accounts.title", cards: "cards.title" },
  catalogue: { products: "products.title", offers: "offers.title" },
  control: {
    approvals: "approvals.title",
    import: "shell.import",
    history: "history.title",
    settings: "settings.title",
    "close-day": "close_day.title",
    statuses: "statuses.title",
  },
} as const;
type Group = keyof typeof groups;
export type ShellPage = { [Each in Group]: keyof (typeof groups)[Each] }[Group];

type ShellProps = {
  t: Translate;
  language: Language;
  theme: string;
  path: string;
  back: string;
  isDemo: boolean;
  person: { name: string; email: string; role: string } | undefined;
  /** The pages that the role may open. */
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
  const [, here = ""] = path.split("/");
  return (
    <nav aria-label={t("shell.sections")}>
      {Object.entries(groups).map(([group, words]) => {
        const open = Object.entries(words).filter(([page]) => pages.includes(page as ShellPage));
        return (
          <details key={group} className="menu" name="menu" data-here={Object.hasOwn(words, here) || undefined}>
            <summary>{t(`shell.group_${group as Group}`)}</summary>
            <div>
              {open.map(([page, word]) => (
                <a key={page} href={`/${page}`} aria-current={page === here ? "page" : undefined}>
                  {t(word)}
                </a>
              ))}
            </div>
          </details>
        );
      })}
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
