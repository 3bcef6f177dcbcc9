export const approvalStates = ["pending", "approved", "declined", "expired"] as const;
export type ApprovalState = (typeof approvalStates)[number];
