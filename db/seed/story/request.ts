import { cop } from "#db/seed/catalogue";
import { type Story, someAmount } from "#db/seed/tale";
import { replayedAgo } from "#db/seed/tale/book";
import { lend, standLate } from "#db/seed/tale/credit";
import { note } from "#db/seed/tale/customer";
import { payDue } from "#db/seed/tale/payment";
import { granted, refuse, request } from "#db/seed/tale/request";

const asking: Story["tell"] = (it) => {
  request(it, "twelve", someAmount(it, 400_000, 3_000_000), 6 + it.random.below(7), 1 + it.random.below(10));
  request(it, "classic", someAmount(it, 2_000_000, 9_000_000), 24, 1, { downpayment: cop(200_000) });
};

/** Refused once, and now asking for a second credit where one is allowed, and for more than is lent. */
const askingInVain: Story["tell"] = (it) => {
  refuse(it, "business", someAmount(it, 5_000_000, 9_000_000), 36, 95);
  granted(it, lend(it, "consolidation", someAmount(it, 2_000_000, 4_000_000), 18, 20));
  request(it, "consolidation", someAmount(it, 2_000_000, 4_000_000), 18, 3);
  request(it, "three", cop(1_800_000), 3, 4);
  note(it, "Pregunta por qué no puede tener dos créditos de consolidación.", 2);
};

/** Late, and asking to pay it off with a new credit: two operators have to agree. */
const askingToRefinance: Story["tell"] = (it) => {
  const instalment = someAmount(it, 100_000, 400_000);
  const credit = granted(it, lend(it, "twelve", instalment * 12n, 12, 100));
  payDue(it, credit, 1);
  standLate(it, credit);
  const { payoff } = replayedAgo(it, credit, 0);
  request(it, "consolidation", payoff + cop(100_000), 24, 2, { refinancesId: credit.id });
};

export const requestStories: Story[] = [
  { status: "enabled", tell: asking },
  { status: "enabled", tell: askingInVain },
  { status: "disabled", tell: askingToRefinance },
];
