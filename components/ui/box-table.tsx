import type { ReactNode } from "react";

type BoxTableProps = { title: string; heads: readonly string[]; children: ReactNode };

/** A table that scrolls inside its box, by its heads and its rows. */
export function BoxTable({ title, heads, children }: BoxTableProps) {
  return (
    <section className="table-box" tabIndex={0} aria-label={title}>
      <table className="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
