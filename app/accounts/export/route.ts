import { accountList } from "#app/accounts/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(accountList);
