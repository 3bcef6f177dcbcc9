import { approvalList } from "#app/approvals/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(approvalList, "approval:read");
