import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { RequestAction, RequestState } from "#lib/credit-request/form";

/** So long a pause in typing asks for the next preview, in milliseconds. */
const pause = 350;

/** What the form comes to as it is typed: asked for after each pause, and only the newest answer counts. */
export function useFollowed(
  action: RequestAction,
  place: RefObject<HTMLFormElement | null>,
  state: RequestState | null,
): [followed: RequestState | undefined, follow: () => void] {
  const [followed, setFollowed] = useState<RequestState>();
  const turn = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = useCallback(() => {
    clearTimeout(timer.current);
    const mine = ++turn.current;
    timer.current = setTimeout(async () => {
      if (place.current === null) return;
      const form = new FormData(place.current);
      form.set("intent", "follow");
      // Without an answer what is shown stays; the form itself can still be sent.
      const answer = await action(null, form).catch(() => undefined);
      if (answer !== undefined && mine === turn.current) setFollowed(answer);
    }, pause);
  }, [action, place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was sent itself is newer than what was followed
  useEffect(() => {
    turn.current++;
    setFollowed(undefined);
    return () => clearTimeout(timer.current);
  }, [state]);
  return [followed, follow];
}
