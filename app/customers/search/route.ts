import { customerList } from "#app/customers/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(customerList);
