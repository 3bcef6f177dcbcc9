import type { Role } from "#lib/domain/actor";
import type { SettingName } from "#lib/settings/field";
import type { Typed } from "#lib/settings/typed";
import type { Way } from "#lib/way";

/** What settings that were typed would change, and the form that saves them. */
export type ShownPreview = {
  changes: readonly { name: SettingName; before: string; after: string }[];
  /** Whom they would move; undefined where no rule changes. */
  effects: readonly string[] | undefined;
  sent: readonly (readonly [name: string, value: string])[];
};

/** The settings as their page is handed them. */
export type ShownSettings = Way & {
  typed: Typed;
  /** Names the settings that the form was made from. */
  state: string;
  currency: string;
  hasCredits: boolean;
  notice: { kind: "saved" | "overtaken" | "refused"; sentence: string } | undefined;
  faults: readonly { name: SettingName; sentence: string }[];
  preview: ShownPreview | undefined;
  versions: readonly { version: number; at: string; email: string; changes: readonly string[] }[];
  operators: readonly { subject: string; name: string; email: string; role: Role; seenAt: string; isHere: boolean }[];
};
