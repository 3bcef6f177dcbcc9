import { searchRoute } from "#app/list-routes";
import { preCustomerList } from "#app/pre-customers/list";

export const POST = searchRoute(preCustomerList);
