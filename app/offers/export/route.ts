import { exportRoute } from "#app/list-routes";
import { offerList } from "#app/offers/list";

export const GET = exportRoute(offerList);
