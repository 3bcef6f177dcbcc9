import { type RefObject, useEffect, useRef } from "react";

/** The place of a form: once it came back, its first wrong field there has the focus, else what it was answered. */
export function useRefusalFocus<Place extends HTMLElement = HTMLFormElement>(state: object | null): RefObject<Place | null> {
  const place = useRef<Place>(null);
  useEffect(() => {
    const find = (what: string) => place.current?.querySelector<HTMLElement>(what);
    if (state !== null) (find("[aria-invalid=true]") ?? find("[tabindex='-1']"))?.focus();
  }, [state]);
  return place;
}
