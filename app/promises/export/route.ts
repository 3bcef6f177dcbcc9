import { exportRoute } from "#app/list-routes";
import { promiseList } from "#app/promises/list";

export const GET = exportRoute(promiseList);
