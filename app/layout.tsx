import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";
import { currentProject } from "#app/project";
import { currentActor } from "#app/session";
import { currentWords } from "#app/words";
import { Shell, type ShellPage } from "#components/ui/shell";
import { can, type Permission } from "#lib/domain/actor";
import { formatOf } from "#lib/list/format";

export const metadata: Metadata = { title: { default: "Cartera", template: "%s · Cartera" }, robots: "noindex" };
export const viewport: Viewport = { colorScheme: "light dark" };

// A nonce per answer: no page is made ahead of its request.
export const dynamic = "force-dynamic";

const needs = {
  "pre-customers": "record:read",
  customers: "record:read",
  "pre-loans": "record:read",
  credits: "record:read",
  "pre-payments": "record:read",
  payments: "record:read",
  promises: "record:read",
  accounts: "record:read",
  cards: "record:read",
  products: "record:read",
  offers: "record:read",
  statuses: "record:read",
  approvals: "approval:read",
  import: "import:run",
  history: "history:read_own",
  settings: "rules:edit",
  "close-day": "day:close",
} as const satisfies Record<ShellPage, Permission>;
const shellPages = Object.keys(needs) as ShellPage[];

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [{ language, t }, actor, project, cookie, header] = await Promise.all([
    currentWords(),
    currentActor(),
    currentProject(),
    cookies(),
    headers(),
  ]);
  const theme = cookie.get("theme")?.value;
  const path = header.get("x-cartera-path") ?? "/";
  return (
    <html lang={language} data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        <Shell
          t={t}
          language={language}
          theme={theme ?? "system"}
          path={path.split("?", 1)[0] ?? "/"}
          back={path}
          isDemo={process.env["CARTERA_DEMO"] === "1"}
          person={actor && { name: actor.name, email: actor.email, role: t(`role.${actor.role}`) }}
          pages={actor === undefined ? [] : shellPages.filter((page) => can(actor, needs[page]))}
          businessDate={formatOf(language, project).plainDay(project.businessDate)}
          timeZone={project.timeZone}
        >
          {children}
        </Shell>
      </body>
    </html>
  );
}
