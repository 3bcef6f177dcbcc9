"use client";

import { useEffect, useState } from "react";

/** A button that copies an ID; without script, which it needs, there is none. */
export function CopyCode({ code, label, done }: { code: string; label: string; done: string }) {
  const [state, setState] = useState<"none" | "ready" | "copied">("none");
  useEffect(() => setState("ready"), []);
  if (state === "none") return null;
  return (
    <>
      <button
        type="button"
        className="copy"
        aria-label={label}
        data-done={state === "copied"}
        onClick={async () => {
          await navigator.clipboard.writeText(code);
          setState("copied");
          setTimeout(() => setState("ready"), 2000);
        }}
      />
      <output className="sr-only">{state === "copied" && done}</output>
    </>
  );
}
