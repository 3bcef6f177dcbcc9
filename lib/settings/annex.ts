import type { AnyMachine } from "#lib/domain/machine";
import { machines } from "#lib/domain/machines";
import { type SettingName, settingNames } from "#lib/settings/field";

/** A clause of the annex in parts, of which every second one is the name of a rule or a field. */
export const splitAtNames = (text: string): string[] => text.split(/(\b[a-z]+(?:_[a-z]+)+\b)/);

/** Where a rule that the annex names is set; undefined of what is no setting. */
export const settingAddress = (name: string): string | undefined =>
  (settingNames as readonly string[]).includes(name) ? `/settings#setting-${name}` : undefined;

/** The events, each with its entity as `customer.disable`, whose clauses in the annex name a setting. */
export const eventsNaming = (name: SettingName): string[] =>
  (Object.values(machines) as AnyMachine[]).flatMap(({ entity, events }) =>
    Object.entries(events).flatMap(([event, declared]) =>
      clausesOf(declared).some((clause) => splitAtNames(clause).includes(name)) ? [`${entity}.${event}`] : [],
    ),
  );

/** Where the annex has an event. */
export const annexAddress = (event: string): string => `/statuses#${event.replace(".", "-")}`;

function clausesOf({ by, guards = [], fourEyes, effects }: AnyMachine["events"][string]): string[] {
  const when = typeof fourEyes === "object" ? fourEyes.when : "";
  return [by.system ?? "", when, effects ?? "", ...guards.map(({ says }) => says)];
}
