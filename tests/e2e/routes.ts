/** What an address answers to each role and to whoever is not signed in. `→` leads a browser on. */
export type Answers = Record<"super_admin" | "account_executive" | "business" | "customer" | "nobody", number | `→ ${string}`>;
export type Route = { address: string; fields?: readonly (readonly [string, string])[]; answers: Answers };

const all = (answer: Answers["nobody"], nobody: Answers["nobody"]): Answers => ({
  super_admin: answer,
  account_executive: answer,
  business: answer,
  customer: answer,
  nobody,
});
const importing = (answer: Answers["nobody"], nobody: Answers["nobody"]): Answers => ({
  ...all(answer, nobody),
  account_executive: 403,
  customer: 403,
});
const signIn = (next: string) => `→ /sign-in?next=${encodeURIComponent(next)}` as const;
const offering = (address: string): Answers => ({ ...all(200, signIn(address)), business: 403, customer: 403 });

const record = (address: string): Route => ({ address, answers: all(200, signIn(address)) });

const sections = [
  ...["pre-loans", "credits", "pre-payments", "payments", "promises"],
  ...["accounts", "cards", "products", "offers"],
];
/** The page of a section's list, where its form is posted, and its file. */
const listRoutes = (section: string): [string, Route][] => [
  [`GET /${section}`, record(`/${section}`)],
  [`POST /${section}/search`, { address: `/${section}/search`, answers: all(`→ /${section}`, "→ /sign-in") }],
  [
    `GET /${section}/export`,
    { address: `/${section}/export`, answers: { ...all(200, signIn(`/${section}/export`)), customer: 403 } },
  ],
];

/** Every page and route handler of app/, as `METHOD /folder`. PERSON stands for a customer's ID, and so on: see `places`. */
export const routes: Record<string, Route> = {
  "GET /": { address: "/", answers: all("→ /customers", "→ /customers") },
  "GET /sign-in": { address: "/sign-in", answers: all("→ /", 200) },
  "POST /sign-in/start": { address: "/sign-in/start", answers: all("→ provider", "→ provider") },
  "POST /preferences": {
    address: "/preferences",
    fields: [
      ["language", "en"],
      ["back", "/import"],
    ],
    answers: all("→ /import", "→ /import"),
  },
  "GET /api/auth/[...nextauth]": { address: "/api/auth/session", answers: all(404, 404) },
  "GET /api/health/live": { address: "/api/health/live", answers: all(200, 200) },
  "GET /api/health/ready": { address: "/api/health/ready", answers: all(200, 200) },
  // By token alone: to whom a session belongs says nothing.
  "POST /api/cards/[id]/[event]": { address: "/api/cards/D-222222/block", answers: all(401, 401) },
  "GET /pre-customers": { address: "/pre-customers", answers: all(200, signIn("/pre-customers")) },
  "POST /pre-customers/search": { address: "/pre-customers/search", answers: all("→ /pre-customers", "→ /sign-in") },
  "GET /pre-customers/export": {
    address: "/pre-customers/export",
    answers: { ...all(200, signIn("/pre-customers/export")), customer: 403 },
  },
  "GET /pre-customers/[id]": { address: "/pre-customers/PRE", answers: all(200, signIn("/pre-customers/PRE")) },
  "GET /customers": { address: "/customers", answers: all(200, signIn("/customers")) },
  "POST /customers/search": { address: "/customers/search", answers: all("→ /customers", "→ /sign-in") },
  "GET /customers/export": { address: "/customers/export", answers: { ...all(200, signIn("/customers/export")), customer: 403 } },
  "GET /customers/[id]/credits/new": {
    address: "/customers/PERSON/credits/new",
    answers: { ...all(200, signIn("/customers/PERSON/credits/new")), account_executive: 403, customer: 403 },
  },
  "GET /customers/[id]": { address: "/customers/PERSON", answers: all(200, signIn("/customers/PERSON")) },
  "GET /import": { address: "/import", answers: importing(200, signIn("/import")) },
  "GET /import/[id]": { address: "/import/none", answers: importing(404, signIn("/import/none")) },
  "GET /import/[id]/faults": { address: "/import/none/faults", answers: importing(404, signIn("/import/none/faults")) },
  "POST /import/check": { address: "/import/check", answers: importing("→ /import?refused=no_file", "→ /sign-in") },
  "POST /import/commit": { address: "/import/commit", answers: importing(404, "→ /sign-in") },
  "POST /import/discard": { address: "/import/discard", answers: importing(404, "→ /sign-in") },
  "GET /statuses": { address: "/statuses", answers: all(200, signIn("/statuses")) },
  ...Object.fromEntries(sections.flatMap(listRoutes)),
  "GET /pre-loans/[id]": record("/pre-loans/REQUEST"),
  "GET /credits/[id]": record("/credits/CREDIT"),
  "GET /credits/[id]/payments/new": {
    address: "/credits/CREDIT/payments/new",
    answers: importing(200, signIn("/credits/CREDIT/payments/new")),
  },
  "GET /pre-payments/[id]": record("/pre-payments/ANNOUNCED"),
  "GET /payments/[id]": record("/payments/PAYMENT"),
  "GET /products/[id]": record("/products/PRODUCT"),
  "GET /offers/[id]": record("/offers/OFFER"),
  "GET /products/new": { address: "/products/new", answers: offering("/products/new") },
  "GET /offers/new": { address: "/offers/new?product=PRODUCT", answers: offering("/offers/new?product=PRODUCT") },
  "GET /offers/[id]/simulate": record("/offers/OFFER/simulate"),
  "GET /offers/[id]/simulate/export": {
    address: "/offers/OFFER/simulate/export",
    answers: { ...all(400, signIn("/offers/OFFER/simulate/export")), customer: 403 },
  },
  "GET /accounts/[id]": record("/accounts/ACCOUNT"),
  "GET /accounts/[id]/payments/new": {
    address: "/accounts/ACCOUNT/payments/new",
    answers: importing(200, signIn("/accounts/ACCOUNT/payments/new")),
  },
  "GET /cards/[id]": record("/cards/CARD"),
  "GET /promises/[id]": record("/promises/PROMISE"),
  "GET /customers/[id]/promises/new": {
    address: "/customers/PERSON/promises/new",
    answers: importing(200, signIn("/customers/PERSON/promises/new")),
  },
  "GET /history": { address: "/history", answers: { ...all(200, signIn("/history")), customer: 403 } },
  "POST /history/search": {
    address: "/history/search",
    answers: { ...all("→ /history", "→ /sign-in"), customer: 403 },
  },
  "GET /history/export": { address: "/history/export", answers: { ...all(200, signIn("/history/export")), customer: 403 } },
  "GET /approvals": { address: "/approvals", answers: { ...all(200, signIn("/approvals")), customer: 403 } },
  "POST /approvals/search": {
    address: "/approvals/search",
    answers: { ...all("→ /approvals", "→ /sign-in"), customer: 403 },
  },
  "GET /approvals/export": {
    address: "/approvals/export",
    answers: { ...all(200, signIn("/approvals/export")), customer: 403 },
  },
  "POST /approvals/decide": { address: "/approvals/decide", answers: { ...all(400, "→ /sign-in"), customer: 403 } },
  "GET /settings": { address: "/settings", answers: { ...all(403, signIn("/settings")), super_admin: 200 } },
  "GET /settings/tokens": {
    address: "/settings/tokens",
    answers: { ...all(403, signIn("/settings/tokens")), super_admin: 200 },
  },
  "POST /settings/save": { address: "/settings/save", answers: { ...all(403, "→ /sign-in"), super_admin: 400 } },
  "GET /close-day": { address: "/close-day", answers: { ...all(403, signIn("/close-day")), super_admin: 200 } },
  "POST /close-day/run": { address: "/close-day/run", answers: { ...all(403, "→ /sign-in"), super_admin: 400 } },
  // The last one: it ends the session.
  "POST /sign-out": { address: "/sign-out", answers: all("→ provider", "→ /sign-in") },
};

/** What stands in an address for the ID of a record, and how one is found. */
export const places: Readonly<Record<string, string>> = {
  PERSON: "select code from customers where status not in ('unregistered', 'deleted')",
  REQUEST: "select code from pre_loans",
  CREDIT: "select code from credits",
  ANNOUNCED: "select code from pre_payments",
  PAYMENT: "select code from payments",
  PRODUCT: "select code from products where status = 'enabled'",
  OFFER: "select code from offers",
  ACCOUNT: "select code from accounts",
  CARD: "select code from cards",
  PROMISE: "select code from promises",
  PRE: "select code from customers where status = 'unregistered'",
};
