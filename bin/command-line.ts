import { hostname, userInfo } from "node:os";
import type { Actor } from "#lib/domain/actor";

/** Whoever may run commands on the server needs no sign-in; the history tells which account of the machine it was. */
export function commandLine(): Actor {
  const { username } = userInfo();
  return {
    subject: `command-line:${username}`,
    email: `${username}@${hostname()}`,
    name: username,
    role: "super_admin",
    ip: "127.0.0.1",
  };
}
