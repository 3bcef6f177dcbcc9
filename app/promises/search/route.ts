import { searchRoute } from "#app/list-routes";
import { promiseList } from "#app/promises/list";

export const POST = searchRoute(promiseList);
