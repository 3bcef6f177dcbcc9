"use client";

import { useEffect, useState } from "react";

type TableText = {
  columns: readonly { key: string; kind: string }[];
  rows: readonly (readonly string[])[];
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
  path: string;
  copy: string;
};

/**
 * The rows of a list. They cross to the browser once, as text: a server component would send every cell twice, as HTML
 * and as data, and cost more than all the rest of the page.
 */
export function Rows({ table }: { table: string }) {
  const { columns, rows, labels, path, copy }: TableText = JSON.parse(table);
  const hasScript = useHasScript();
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row[0]}>
          {columns.map(({ key, kind }, index) => {
            const text = row[index] ?? "";
            if (kind === "code") {
              return (
                <td key={key} className="code">
                  <a href={`${path}/${text}`}>{text}</a>
                  {hasScript && (
                    <button
                      type="button"
                      aria-label={copy.replace("{what}", text)}
                      onClick={() => navigator.clipboard.writeText(text)}
                    />
                  )}
                </td>
              );
            }
            if (kind === "status") {
              return (
                <td key={key} data-status={text}>
                  {labels["status"]?.[text]}
                </td>
              );
            }
            if (kind === "count") {
              return (
                <td key={key} className="n">
                  {text}
                </td>
              );
            }
            return <td key={key}>{labels[kind]?.[text] ?? text}</td>;
          })}
        </tr>
      ))}
    </tbody>
  );
}

function useHasScript() {
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return hasScript;
}
