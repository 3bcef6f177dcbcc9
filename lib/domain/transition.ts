import { can, type Role } from "#lib/domain/actor";
import { type AnyMachine, type Event, eventsOf, type Machine, type Refusal, type Values } from "#lib/domain/machine";

/** Who moves a record: an operator in a role, the endpoint with its token, or a rule. */
export type By = { kind: "operator"; role: Role } | { kind: "service" } | { kind: "system" };

export type Attempt<Facts> = { by: By; facts: Facts; reason?: string; comment?: string };

export type Moved<State extends string> =
  | { ok: true; from: State; to: State; needsApproval: boolean }
  | { ok: false; refusals: [Refusal, ...Refusal[]] };

/** Asks a machine whether an event may happen to a record in a state; everything that stands in the way is named. */
export function transition<State extends string, Name extends string, Facts>(
  machine: Machine<State, Name, Facts>,
  from: State,
  name: Name,
  attempt: Attempt<Facts>,
): Moved<State> {
  const event = machine.events[name];
  const [first, ...others] = [...standing(event, from, attempt), ...unsaid(event, attempt)];
  if (first !== undefined) return { ok: false, refusals: [first, ...others] };
  return { ok: true, from, to: event.to, needsApproval: needsApproval(event, attempt) };
}

export type Offer = { event: string; refusals: Refusal[]; needsApproval: boolean; follows: Values };

/** Every event of a machine, each possible or with all that stands in its way: the record's buttons and their "why not". */
export function offers<State extends string, Name extends string, Facts>(
  machine: Machine<State, Name, Facts>,
  from: State,
  attempt: Pick<Attempt<Facts>, "by" | "facts">,
): Offer[] {
  return eventsOf(machine as AnyMachine).map((name) => {
    const event = (machine as Machine<State, string, Facts>).events[name] as Event<State, Facts>;
    const follows = event.follows?.(attempt.facts) ?? {};
    return { event: name, refusals: inTheWay(event, from, attempt), needsApproval: needsApproval(event, attempt), follows };
  });
}

/** Whose event it is not is told besides where nobody could do it now; what only the system does, with what it waits for. */
function inTheWay<State extends string, Facts>(event: Event<State, Facts>, from: State, attempt: Attempt<Facts>): Refusal[] {
  const refusals = standing(event, from, attempt);
  if (event.by.permission === undefined) return [...refusals, ...standing(event, from, { ...attempt, by: { kind: "system" } })];
  const outOfTurn = statusRefusal(event, from);
  const isForAnother = refusals.some(({ rule }) => rule === "permission");
  return isForAnother && outOfTurn !== undefined ? [...refusals, outOfTurn] : refusals;
}

function needsApproval<State extends string, Facts>({ fourEyes }: Event<State, Facts>, { by, facts }: Attempt<Facts>): boolean {
  if (by.kind === "system") return false;
  return fourEyes === true || (fourEyes?.holds(facts) ?? false);
}

/** What stands in an event's way whatever the form says: whose it is, the state, the guards. */
function standing<State extends string, Facts>(
  { from, by: whose, guards = [] }: Event<State, Facts>,
  state: State,
  { by, facts }: Attempt<Facts>,
): Refusal[] {
  if (by.kind === "operator" && whose.permission === undefined) return [{ rule: "automatic" }];
  if (!isTheirs(whose, by)) return [{ rule: "permission" }];
  const outOfTurn = statusRefusal({ from }, state);
  if (outOfTurn !== undefined) return [outOfTurn];
  return guards
    .filter(({ only, holds }) => (only === undefined || only === by.kind) && !holds(facts))
    .map(({ rule, values }) => ({ rule, ...(values !== undefined && { values: values(facts) }) }));
}

/** What a record's status says against an event, whoever it is by. */
export function statusRefusal({ from }: Pick<Event<string, never>, "from">, state: string): Refusal | undefined {
  return from.includes(state) ? undefined : { rule: "status", values: { state, fromStates: from.join(" ") } };
}

function isTheirs({ permission, service, system }: Event<string, never>["by"], by: By): boolean {
  if (by.kind === "operator") return permission !== undefined && can(by, permission);
  return by.kind === "service" ? service === true : system !== undefined;
}

export const longestComment = 1_000;

/** What the one who asks has left unsaid, or said at too great a length. */
function unsaid<State extends string, Facts>({ reasons }: Event<State, Facts>, attempt: Attempt<Facts>): Refusal[] {
  const { by, reason, comment = "" } = attempt;
  if (comment.length > longestComment) return [{ rule: "comment_too_long", values: { limit: longestComment } }];
  if (reason === undefined) return reasons === undefined || by.kind === "system" ? [] : [{ rule: "reason_missing" }];
  if (!reasons?.includes(reason)) return [{ rule: "reason_unknown" }];
  return reason === "other" && comment.trim() === "" ? [{ rule: "comment_missing" }] : [];
}
