import "server-only";
import { refresh } from "next/cache";
import { currentWay } from "#app/way";
import { findCustomer } from "#db/read/customer";
import { mergeTyped, versionOf } from "#db/read/person";
import { type Actor, can } from "#lib/domain/actor";
import type { IdType } from "#lib/domain/customer";
import type { FieldFormState } from "#lib/form";
import { locales, type Translate } from "#lib/messages/catalogue";
import { type PersonField, type Typed, typedFrom } from "#lib/onboarding/typed";
import { personFieldLabel } from "#lib/person-field";

type Sent = { code: string; version: string; typed: Typed };

/** A refused edit over what another made of the details meanwhile: theirs but where this one changed something, and told apart. */
export async function overChanged(
  actor: Actor,
  { code, version, typed: typedOn }: Sent,
  refused: FieldFormState,
): Promise<FieldFormState> {
  const now = can(actor, "pii:edit") ? await findCustomer(actor, code) : undefined;
  if (now === undefined || now.status === "deleted" || versionOf(now) === version) return refused;
  refresh();
  const { t, language } = await currentWay();
  const { typed, theirs, both, untold } = mergeTyped(typedOn, version, now);
  const fields = new Intl.ListFormat(locales[language]).format(theirs.map((each) => personFieldLabel(each, t)));
  return {
    sentences: [...refused.sentences, ...(theirs.length > 0 ? [t("profile.changed_meanwhile", { fields })] : [])],
    faults: {
      ...Object.fromEntries(both.map((field) => [field, toldOf(field, typedFrom(now)[field], t)])),
      ...Object.fromEntries(untold.map((field) => [field, t("profile.untold_meanwhile")])),
      ...refused.faults,
    },
    typed: { ...refused.typed, ...typed },
    sent: { version: versionOf(now) },
  };
}

/** What another made of a field that was changed here as well. */
function toldOf(field: PersonField, now: string, t: Translate): string {
  if (now === "") return t("profile.emptied_meanwhile");
  return t("profile.changed_meanwhile_to", { value: field === "id_type" ? t(`id_type.${now as IdType}`) : now });
}
