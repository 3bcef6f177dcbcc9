import { Lines } from "#components/statuses/lines";
import { can, roles } from "#lib/domain/actor";
import type { AnyMachine } from "#lib/domain/machine";
import type { Translate } from "#lib/messages/catalogue";
import type { EventWords, MachineWords } from "#lib/messages/machine";

type EventTableProps = {
  entity: string;
  title: string;
  machine: AnyMachine;
  words: MachineWords;
  reasons: Readonly<Record<string, string>>;
  maySet: boolean;
  t: Translate;
};
type DeclaredEvent = AnyMachine["events"][string];

/** What each event does, who may ask for it, and all that must be so. */
export function EventTable({ entity, title, machine, words, reasons, maySet, t }: EventTableProps) {
  return (
    <section className="annex-box" tabIndex={0} aria-label={t("statuses.events_of", { entity: title })}>
      <table className="annex events">
        <thead>
          <tr>
            {(["event", "way", "by", "conditions", "reasons", "effects"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`statuses.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(machine.events).map(([name, event]) => {
            const said = words.events[name] ?? { label: name };
            return (
              <tr key={name} id={`${entity}-${name}`}>
                <th scope="row">
                  {said.label} <code>{name}</code>
                </th>
                <td data-column={t("statuses.way")}>
                  <Way event={event} states={words.states} t={t} />
                </td>
                <td data-column={t("statuses.by")}>
                  <Lines all={whoMay(event, said, t)} isLinked={maySet} />
                </td>
                <td data-column={t("statuses.conditions")}>
                  <Lines all={[...guardsOf(event, words.guards), ...formsOf(event, said, t)]} isLinked={maySet} />
                </td>
                <td data-column={t("statuses.reasons")}>
                  <Lines all={reasonsOf(event, reasons, t)} />
                </td>
                <td data-column={t("statuses.effects")}>
                  <Lines all={clausesOf(said.effects)} isLinked={maySet} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** What is in parentheses stays with its clause. */
const clausesOf = (text = "") => text.split(/; (?![^(]*\))/).filter((clause) => clause !== "");

function Way({ event, states, t }: { event: DeclaredEvent; states: MachineWords["states"]; t: Translate }) {
  const from = event.from.map((state) => states[state]?.label ?? state);
  return (
    <>
      {from.join(", ")}{" "}
      <span className="target">
        <span aria-hidden="true">→</span>
        <span className="sr-only">{t("statuses.to")}</span> <b>{states[event.to]?.label}</b>
      </span>
    </>
  );
}

/** The roles the permission matrix lets, the endpoint, and the system with its condition. */
function whoMay({ by }: DeclaredEvent, { system }: EventWords, t: Translate): string[] {
  const { permission } = by;
  return [
    ...roles.filter((role) => permission !== undefined && can({ role }, permission)).map((role) => t(`role.${role}`)),
    ...(by.service === true ? [t("statuses.service")] : []),
    ...(by.system === undefined
      ? []
      : [system === undefined ? t("statuses.system") : t("statuses.system_when", { when: system })]),
  ];
}

/** The sentences of the guards, once each. */
function guardsOf({ guards = [] }: DeclaredEvent, words: MachineWords["guards"]): string[] {
  return [...new Set(guards.map(({ rule, says }) => words[rule] ?? says))];
}

/** What has to be given, and who else has to agree. */
function formsOf({ asks = [], isTyped, fourEyes }: DeclaredEvent, said: EventWords, t: Translate): string[] {
  return [
    ...asks.map((asked) => t(`statuses.asks_${asked}`)),
    ...(isTyped === true ? [t("statuses.typed")] : []),
    ...(fourEyes === true ? [t("statuses.four_eyes")] : []),
    ...(said.fourEyes === undefined ? [] : [t("statuses.four_eyes_when", { when: said.fourEyes })]),
  ];
}

/** Which reasons one of must be chosen; the last resort needs words of its own. */
function reasonsOf({ reasons = [] }: DeclaredEvent, words: EventTableProps["reasons"], t: Translate): string[] {
  return reasons.map((reason) => {
    const said = words[reason] ?? reason;
    return reason === "other" ? t("statuses.other", { reason: said }) : said;
  });
}
