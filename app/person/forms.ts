import type { FieldFormAction, Sent } from "#lib/form";
import "server-only";
import { randomUUID } from "node:crypto";
import {
  acceptConsent,
  closeViolation,
  editDetails,
  markActivated,
  openViolation,
  reveal,
  takeBackConsent,
  writeNote,
} from "#app/person/actions";
import type { FoundCustomer } from "#db/read/customer";
import { versionOf } from "#db/read/person";
import { type Actor, can, type Permission } from "#lib/domain/actor";
import { typedFrom } from "#lib/onboarding/typed";
import type { Forms, ProfileViolation } from "#lib/profile";
import { notYours } from "#lib/roles";
import type { Way } from "#lib/way";

/** The forms of a person's page that an actor may send, each with a key of its own. */
export function formsOf(actor: Actor, person: FoundCustomer, violations: readonly ProfileViolation[], way: Way): Forms {
  const sent = (more: Sent = {}): Sent => ({ code: person.code, key: randomUUID(), ...more });
  const may = (permission: Permission) => person.status !== "deleted" && can(actor, permission);
  const refusal = (permission: Permission) =>
    person.status === "deleted" || can(actor, permission) ? undefined : notYours(permission, way);
  const form = (isThere: boolean, action: FieldFormAction, more?: Sent) => (isThere ? { action, sent: sent(more) } : undefined);
  const operates = may("customer:operate");
  const records = may("violation:record");
  const open = records ? violations.filter(({ resolvedAt }) => resolvedAt === null) : [];
  return {
    // Who may edit may see what is there: none of it is masked.
    edit: may("pii:edit")
      ? { action: editDetails, sent: sent({ version: versionOf(person) }), typed: typedFrom(person) }
      : undefined,
    reveal: may("pii:reveal") ? { action: reveal, sent: sent() } : undefined,
    acceptData: form(operates, acceptConsent, { consent: "data" }),
    acceptCommercial: form(operates, acceptConsent, { consent: "commercial" }),
    takeBackCommercial: form(operates, takeBackConsent),
    activate: form(operates, markActivated),
    violation: form(records, openViolation),
    resolve: Object.fromEntries(open.map(({ id }) => [id, { action: closeViolation, sent: sent({ violation: id }) }])),
    note: form(may("note:write"), writeNote),
    refused: {
      edit: refusal("pii:edit"),
      onboarding: refusal("customer:operate"),
      violations: refusal("violation:record"),
      note: refusal("note:write"),
    },
  };
}
