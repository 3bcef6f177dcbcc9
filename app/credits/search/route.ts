import { creditList } from "#app/credits/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(creditList);
