import type { ReactNode } from "react";

type FactsProps = { title: string; facts: readonly (readonly [name: string, value: ReactNode])[]; children?: ReactNode };

/** A section of names and values; a value that was not given shows as such, not as nothing. */
export function Facts({ title, facts, children }: FactsProps) {
  return (
    <section>
      <h2>{title}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || "—"}</dd>
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}
