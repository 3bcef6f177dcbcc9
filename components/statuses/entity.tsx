import { StateDiagram } from "#components/chart/state-diagram";
import { EventTable } from "#components/statuses/events";
import { StateTable } from "#components/statuses/states";
import { type AnyMachine, eventsOf, isFinal, statesOf } from "#lib/domain/machine";
import { type Entity, machines } from "#lib/domain/machines";
import type { Language, Translate } from "#lib/messages/catalogue";
import type { MachineWords } from "#lib/messages/machine";
import { machineWords } from "#lib/messages/machines";
import { reasonWords } from "#lib/messages/reason";

type SectionProps = { entity: Entity; maySet: boolean; t: Translate; language: Language };

/** All of one entity: the diagram, what its states mean, and what its events ask. */
export function StatusSection({ entity, maySet, t, language }: SectionProps) {
  const machine: AnyMachine = machines[entity];
  const words: MachineWords = machineWords[language][entity];
  const props = { entity, title: t(`statuses.entity_${entity}`), machine, words, t };
  const size = { states: statesOf(machine).length, events: eventsOf(machine).length };
  return (
    <section id={entity} className="entity" aria-labelledby={`${entity}-title`}>
      <h2 id={`${entity}-title`}>
        {props.title} <span>{t("statuses.size", size)}</span>
      </h2>
      <div className="overview">
        <Picture {...props} />
        <StateTable {...props} />
      </div>
      <EventTable {...props} maySet={maySet} reasons={reasonWords[language]} />
    </section>
  );
}

function Picture({ title, machine, words, t }: { title: string; machine: AnyMachine; words: MachineWords; t: Translate }) {
  const labels = (all: Readonly<Record<string, { label: string }>>) =>
    Object.fromEntries(Object.entries(all).map(([name, { label }]) => [name, label]));
  return (
    <section className="picture" tabIndex={0} aria-label={t("statuses.diagram", { entity: title })}>
      <StateDiagram
        machine={machine}
        words={{
          states: labels(words.states),
          events: labels(words.events),
          set: { automatic: t("statuses.set_automatic"), proactive: t("statuses.set_proactive") },
        }}
        title={t("statuses.diagram", { entity: title })}
        description={described(machine, words, t)}
      />
    </section>
  );
}

/** What the diagram shows, in sentences. */
function described(machine: AnyMachine, { states, events }: MachineWords, t: Translate): string {
  const named = (all: readonly string[]) => all.map((state) => states[state]?.label).join(", ");
  const ends = statesOf(machine).filter((state) => isFinal(machine, state));
  return [
    t("statuses.begins", { state: named([machine.first]) }),
    ...Object.entries(machine.events).map(([event, { from, to }]) =>
      t("statuses.step", { event: events[event]?.label ?? event, from: named(from), to: named([to]) }),
    ),
    ...(ends.length > 0 ? [t("statuses.ends", { states: named(ends) })] : []),
  ].join(" ");
}
