import type { ReactNode } from "react";

/** What is long stands behind a button with a label; without one it stands as it is. */
export function Fold({ label, children }: { label: string | undefined; children: ReactNode }) {
  if (label === undefined) return children;
  return (
    <details className="fold">
      <summary className="button">{label}</summary>
      {children}
    </details>
  );
}
