import { preCustomerList } from "#app/pre-customers/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(preCustomerList);
