import { historyList } from "#app/history/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(historyList, "history:read_own");
