import { cardMachine } from "#lib/domain/card";
import { eventsOf } from "#lib/domain/machine";

/** What a token can be for: the events of a card that its machine lets a service do. */
export const scopes = eventsOf(cardMachine)
  .filter((event) => cardMachine.events[event].by.service === true)
  .map((event) => `card.${event}`);

export const callsPerMinute = { least: 1, usual: 120, most: 6_000 };
export const longestTokenName = 60;
