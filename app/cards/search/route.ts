import { cardList } from "#app/cards/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(cardList);
