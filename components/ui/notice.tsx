import type { ReactNode } from "react";

/** A state of a page in its own words, with a way on. */
export function Notice({
  kind,
  heading: Heading = "h2",
  title,
  children,
  href,
  link,
}: {
  kind: "empty" | "problem";
  heading?: "h1" | "h2";
  title: string;
  children: ReactNode;
  href?: string;
  link?: string;
}) {
  return (
    <section className={`notice ${kind}`}>
      <Heading>{title}</Heading>
      <div>{children}</div>
      {href !== undefined && (
        <p>
          <a href={href}>{link}</a>
        </p>
      )}
    </section>
  );
}
