import type { Translate } from "#lib/messages/catalogue";

export type CreationProps = {
  /** Without an address there is no way to it; why, or why only to refinance, is said beside it. */
  creation: { href: string | undefined; because: string | undefined };
  t: Translate;
};

/** The way to a new credit of the customer. */
export function Creation({ creation: { href, because }, t }: CreationProps) {
  const label = t("credit_request.create");
  const described = because === undefined ? {} : { "aria-describedby": "why-create" };
  return (
    <p className="creation">
      {href === undefined ? (
        <button type="button" className="button" aria-disabled="true" {...described}>
          {label}
        </button>
      ) : (
        <a href={href} className={because === undefined ? "button primary" : "button"} {...described}>
          {label}
        </a>
      )}
      {because !== undefined && (
        <span id="why-create" className="meaning">
          {because}
        </span>
      )}
    </p>
  );
}
