import { searchRoute } from "#app/list-routes";
import { offerList } from "#app/offers/list";

export const POST = searchRoute(offerList);
