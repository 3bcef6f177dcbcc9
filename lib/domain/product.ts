import { defineMachine, statesOf } from "#lib/domain/machine";

/** How many of a product's credits, active or in dispute, stop with it. */
export type ProductFacts = { openCredits: number };

export const productMachine = defineMachine<ProductFacts>()({
  entity: "product",
  first: "enabled",
  states: {
    enabled: {
      label: "Enabled-Active",
      set: "automatic",
      meaning: "created; offers may be added",
      allows: ["offers", "loans"],
    },
    inactive: {
      label: "Inactive",
      set: "proactive",
      meaning: "removed from the platform, data kept; charges, payments and promises to pay stop",
      allows: ["nothing new"],
    },
  },
  events: {
    deactivate: {
      label: "Deactivate",
      from: ["enabled"],
      to: "inactive",
      by: { permission: "product:operate" },
      reasons: ["discontinued", "regulation", "mistake", "other"],
      fourEyes: true,
      isTyped: true,
      follows: ({ openCredits }) => ({ credits: openCredits }),
      effects:
        "said before: how many active credits stop. From that day its credits accrue nothing, age nothing, and neither disable a customer nor suspend an account",
    },
    reactivate: {
      label: "Reactivate",
      from: ["inactive"],
      to: "enabled",
      by: { permission: "product:reactivate" },
      reasons: ["mistake", "relaunched", "other"],
      effects: "all goes on; the stopped days are not charged",
    },
  },
});

/** What is lent: single credits, or what is bought with cards on an account. */
export const productKinds = ["credit", "card"] as const;
export type ProductStatus = keyof (typeof productMachine)["states"];
export const productStatuses = statesOf(productMachine);
