import { creditList } from "#app/credits/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(creditList);
