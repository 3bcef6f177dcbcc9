import type { ReactNode } from "react";

/** A state of a page in its own words, with a way on. */
export function Notice({
  kind,
  title,
  children,
  href,
  link,
}: {
  kind: "empty" | "problem";
  title: string;
  children: ReactNode;
  href?: string;
  link?: string;
}) {
  return (
    <section className={`notice ${kind}`}>
      <h2>{title}</h2>
      <div>{children}</div>
      {href !== undefined && (
        <p>
          <a href={href}>{link}</a>
        </p>
      )}
    </section>
  );
}
