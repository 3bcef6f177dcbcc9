import type { ReactNode } from "react";
import { Linked } from "#components/ui/linked";
import type { Named } from "#lib/records";

export type Fact = readonly [name: string, value: ReactNode];

/** A fact that is left out where there is no value. */
export const given = (name: string, value: ReactNode): Fact[] => (value === null ? [] : [[name, value]]);

/** A fact that is the ID of another record, which it leads to; left out where there is none. */
export const linked = (name: string, code: string | null): Fact[] =>
  code === null ? [] : [[name, <Linked key={code} text={code} />]];

/** A fact that is another record, by ID and name. */
export const named = (name: string, { code, name: called }: Named): Fact => [
  name,
  <span key={code}>
    <Linked text={code} /> {called}
  </span>,
];
