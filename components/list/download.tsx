"use client";

import { type MouseEvent, useRef, useState } from "react";

type Words = Record<"download" | "downloading" | "downloaded" | "failed" | "cancel" | "cancelled", string>;

/** A plain link to the file; with script, one that counts the rows as they come and can be stopped. */
export function Download({
  address,
  total,
  locale,
  words,
}: {
  address: string;
  total: number | undefined;
  locale: string;
  words: Words;
}) {
  const [state, setState] = useState("");
  const abort = useRef<AbortController>(null);
  const numbers = new Intl.NumberFormat(locale);

  async function download(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    abort.current = new AbortController();
    const say = (word: string, rows: number) =>
      setState(word.replace("{rows}", numbers.format(rows)).replace("{total}", numbers.format(total ?? 0)));
    try {
      const response = await fetch(address, { signal: abort.current.signal });
      // The session is over: sign-in is a page, not a file.
      if (response.redirected) return location.assign(address);
      const reader = response.body?.getReader();
      if (!response.ok || reader === undefined) throw new Error(String(response.status));
      const parts: BlobPart[] = [];
      let rows = -1;
      for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
        parts.push(value as BlobPart);
        rows += value?.filter((byte) => byte === 10).length ?? 0;
        say(words.downloading, rows);
      }
      save(new Blob(parts, { type: "text/csv" }), response.headers.get("content-disposition"));
      say(words.downloaded, rows);
    } catch {
      setState(abort.current.signal.aborted ? words.cancelled : words.failed);
    }
    abort.current = null;
  }

  return (
    <span className="download">
      <a className="button" href={address} onClick={download}>
        {words.download}
      </a>
      <output aria-live="polite">{state}</output>
      {abort.current !== null && (
        <button type="button" className="button" onClick={() => abort.current?.abort()}>
          {words.cancel}
        </button>
      )}
    </span>
  );
}

function save(file: Blob, disposition: string | null) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = disposition?.match(/filename="([^"]+)"/)?.[1] ?? "download.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
