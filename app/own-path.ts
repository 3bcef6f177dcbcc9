/** Shapes that a view's address consists of: words, codes, days, ids; not names, phones, e-mails or document numbers. */
const impersonal = /^(-?[a-z][a-z0-9_]{0,39}|\d{1,7}|\d{4}-\d{2}-\d{2}|[A-Z]-[A-Z0-9]{6}|[0-9a-f-]{36})$/;

/** The path of this app to go back to, without what may be personal; the first page when it is anyone else's. */
export function ownPath(asked: string | null | undefined): string {
  // A host may hide behind //, /\ or a blank that browsers drop; resolved against a host of no one, it shows.
  const url = asked?.startsWith("/") ? URL.parse(asked, "http://own.invalid") : null;
  if (url === null || url.origin !== "http://own.invalid" || url.pathname.startsWith("//")) return "/";
  for (const [key, value] of [...url.searchParams]) if (!impersonal.test(value)) url.searchParams.delete(key, value);
  return url.pathname + url.search;
}

/** The same of an address, whose origin must be exactly ours. */
export const ownPathOf = (asked: string, origin: string) =>
  ownPath(asked.startsWith(`${origin}/`) ? asked.slice(origin.length) : asked);
