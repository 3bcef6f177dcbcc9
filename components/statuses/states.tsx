import { Lines, Sentence } from "#components/statuses/lines";
import { type AnyMachine, isFinal } from "#lib/domain/machine";
import type { Translate } from "#lib/messages/catalogue";
import type { MachineWords } from "#lib/messages/machine";

type StateTableProps = { entity: string; title: string; machine: AnyMachine; words: MachineWords; t: Translate };

/** What each state means, who sets it, and what it allows. */
export function StateTable({ entity, title, machine, words, t }: StateTableProps) {
  return (
    <section className="annex-box" tabIndex={0} aria-label={t("statuses.states_of", { entity: title })}>
      <table className="annex states">
        <thead>
          <tr>
            {(["state", "set", "meaning", "allows"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`statuses.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(words.states).map(([state, { label, meaning, allows }]) => (
            <tr key={state} id={`${entity}-${state}`}>
              <th scope="row">
                {label} <code>{state}</code>
                {state === machine.first && <small>{t("statuses.first")}</small>}
                {isFinal(machine, state) && <small>{t("statuses.final")}</small>}
              </th>
              <td data-column={t("statuses.set")}>
                <Sentence text={t(`statuses.set_${machine.states[state]?.set ?? "automatic"}`)} />
              </td>
              <td data-column={t("statuses.meaning")}>
                <Sentence text={meaning} />
              </td>
              <td data-column={t("statuses.allows")}>
                <Lines all={allows.length > 0 ? allows : [t("statuses.nothing")]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
