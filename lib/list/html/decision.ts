import { escaped } from "#lib/list/html/escaped";

/** The state of what one operator asked for, and the form of whoever may decide it. */
export type Decision = {
  state: string;
  label: string;
  /** Until when, by whom, or why there is no form. */
  note: string;
  form?: {
    fields: Readonly<Record<string, string>>;
    /** Not where it can only be declined. */
    approve?: string;
    decline: string;
    /** What follows where it is grave, said before it can be approved. */
    grave?: string;
  };
};

/** A decision as HTML. */
export function decisionHtml({ state, label, note, form }: Decision): string {
  const said = note === "" ? "" : ` <span>${escaped(note)}</span>`;
  return `<span data-status="${escaped(state)}">${escaped(label)}</span>${said}${form ? formHtml(form) : ""}`;
}

function formHtml({ fields, approve, decline, grave }: NonNullable<Decision["form"]>): string {
  const hidden = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const yes = approve === undefined ? "" : approveHtml(approve, grave);
  return `<form method="post" action="/approvals/decide">${hidden.join("")}${yes}${button("declined", "button", decline)}</form>`;
}

function approveHtml(approve: string, grave: string | undefined): string {
  if (grave === undefined) return button("approved", "button primary", approve);
  return `<details><summary class="button">${escaped(approve)}</summary><p>${escaped(grave)}</p>${button("approved", "button danger", approve)}</details>`;
}

const button = (decision: string, look: string, label: string) =>
  `<button type="submit" class="${look}" name="decision" value="${decision}">${escaped(label)}</button>`;
