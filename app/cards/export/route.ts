import { cardList } from "#app/cards/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(cardList);
