import { approvalList } from "#app/approvals/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(approvalList, "approval:read");
