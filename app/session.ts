import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { cookieName } from "#app/cookies";
import { environment } from "#app/env";
import { ownPath } from "#app/own-path";
import type { Asker } from "#db/move/asker";
import { closeSession, findSession, seeSession } from "#db/write/session";
import type { Actor } from "#lib/domain/actor";

/** Who asks, as the session's row says at this moment; undefined when signed out, idle, revoked or over. */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const id = await currentSessionId();
  const operator = id === undefined ? undefined : await seeSession(id);
  return operator && { ...operator, ip: await currentIp() };
});

/** Who asks; whoever is not signed in is sent to do so, and back to the page asked for. */
export async function requireActor(): Promise<Actor> {
  return (await currentActor()) ?? redirect(await signInAddress());
}

/** Whoever sent a form is not signed in any more. */
export class SignedOut extends Error {}

/** Who sends a form, or `SignedOut`. */
export async function currentSender(): Promise<Actor> {
  const actor = await currentActor();
  if (actor === undefined) throw new SignedOut();
  return actor;
}

/** The same for what is done in one transaction: whoever asks is found out in it, in one go with what they ask for. */
export async function currentAsker(): Promise<Asker> {
  const [id, ip] = await Promise.all([currentSessionId(), currentIp()]);
  if (id === undefined) throw new SignedOut();
  return async (within) => {
    const operator = await findSession(within, id);
    if (operator === undefined) throw new SignedOut();
    return { ...operator, ip };
  };
}

/** The sign-in page that leads back to the page being asked for. */
export async function signInAddress(): Promise<string> {
  const next = ownPath((await headers()).get("x-cartera-path"));
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`;
}

/** Ends the session asked with, and answers the ID token it began with. */
export async function endSession(): Promise<string | undefined> {
  const id = await currentSessionId();
  return id === undefined ? undefined : closeSession(id, await currentIp());
}

/** The session named by the cookie, which may be over by now. */
async function currentSessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(cookieName("session"))?.value;
  if (token === undefined) return undefined;
  return openedCookies.get(token) ?? openCookie(token);
}

/** What opened cookies name, which never changes: opening one costs more than asking whose session it is. */
const openedCookies = new Map<string, string>();
const mostOpened = 1_000;

async function openCookie(token: string): Promise<string | undefined> {
  // A cookie that is forged, worn out or another installation's is none.
  const opened = await decode({ token, secret: environment().NEXTAUTH_SECRET }).catch(() => null);
  const id = opened?.["sid"];
  if (typeof id !== "string") return undefined;
  if (openedCookies.size >= mostOpened) openedCookies.clear();
  openedCookies.set(token, id);
  return id;
}

/** The address the request came from; the server in front writes it and takes nobody else's word. */
export async function currentIp(): Promise<string> {
  return (await headers()).get("x-cartera-ip") ?? "unknown";
}
