/** What the command is given. */
export const terms = {
  principal: "1000",
  currency: "USD",
  decimals: 2,
  annualRate: "12",
  method: "equal_instalments",
  dayCount: "30/360",
  interest: "per_period",
  instalments: 2,
  every: 1,
  unit: "month",
  disbursedOn: "2024-01-01",
  firstDueOn: null,
  graceOnPrincipal: 0,
  graceOnInterest: 0,
  instalmentMultiple: null,
  monthEnd: "clamp",
  rounding: "half_even",
};
export const loan = {
  terms,
  allocation: ["penalty", "fee", "interest", "principal"],
  graceDays: 2,
  asOf: "2024-03-11",
  events: [
    { on: "2024-02-20", kind: "payment", id: "p2", amount: "600.5" },
    { on: "2024-02-01", kind: "payment", id: "p1", amount: "507.51" },
    { on: "2024-02-10", kind: "reverse", id: "p1" },
    { on: "2024-02-15", kind: "charge", component: "penalty", amount: "5.00", instalment: 1 },
    { on: "2024-03-05", kind: "pause", until: "2024-03-07" },
  ],
};
