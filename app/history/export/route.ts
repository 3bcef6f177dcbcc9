import { historyList } from "#app/history/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(historyList, "history:read_own");
