/** Of each event: facts for which every guard holds, and of each guard the facts to change for it alone to say no. */
export type Willing<Facts> = {
  facts: Facts;
  events: Readonly<Record<string, { facts?: Partial<Facts>; flips: Readonly<Record<string, Partial<Facts>>> }>>;
};
