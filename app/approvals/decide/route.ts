import { decideRoute } from "#app/approvals/routes";

export const POST = decideRoute;
