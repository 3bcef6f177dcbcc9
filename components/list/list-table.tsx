"use client";

import { type MouseEvent, useEffect, useState } from "react";
import { rowsHtml, type TableRows } from "#lib/list/html";
import { isNumber } from "#lib/list/view";

export type Header = {
  key: string;
  kind: string;
  label: string;
  sort?: { address: string; title: string; key: string; order?: "ascending" | "descending" };
};
export type Step = { rel: string; sign: string; label: string; address?: string };
export type TableText = Omit<TableRows, "columns"> & { title: string; columns: Header[]; pages: string; steps: Step[] };

/** A list's table and pager. Its rows are HTML already, so that neither server nor browser makes an element per cell. */
export function ListTable({ text }: { text: string }) {
  const table: TableText = JSON.parse(text);
  const hasScript = useHasScript();
  // biome-ignore lint/security/noDangerouslySetInnerHtml: rowsHtml escapes every text of a record, and is tested to.
  const body = <tbody dangerouslySetInnerHTML={{ __html: rowsHtml(table) }} />;
  return (
    <>
      <section className="table-box" tabIndex={0} aria-label={table.title}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the click is a copy button's, which the keyboard clicks too. */}
        <table className="table" data-copies={hasScript} onClick={copy}>
          <thead>
            <tr>{table.columns.map(header)}</tr>
          </thead>
          {body}
        </table>
      </section>
      <nav className="pager" aria-label={table.pages}>
        {table.steps.map(step)}
      </nav>
    </>
  );
}

function header({ key, kind, label, sort }: Header) {
  return (
    <th key={key} scope="col" className={isNumber(kind) ? "n" : undefined} aria-sort={sort?.order}>
      {sort === undefined ? (
        label
      ) : (
        <a href={sort.address} title={sort.title} data-sort={sort.key}>
          {label}
        </a>
      )}
    </th>
  );
}

function step({ rel, sign, label, address }: Step) {
  const words = (
    <>
      <span aria-hidden="true">{sign}</span> {label}
    </>
  );
  return address === undefined ? (
    <span key={rel} aria-disabled="true">
      {words}
    </span>
  ) : (
    <a key={rel} href={address} rel={rel}>
      {words}
    </a>
  );
}

function copy({ target }: MouseEvent) {
  const code = target instanceof HTMLElement ? target.dataset["copy"] : undefined;
  if (code !== undefined) void navigator.clipboard.writeText(code);
}

/** Rows made anew once there is script would close what somebody had opened in them: they stay, and their buttons show. */
function useHasScript() {
  const [hasScript, setHasScript] = useState(false);
  useEffect(() => setHasScript(true), []);
  return hasScript;
}
