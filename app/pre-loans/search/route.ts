import { searchRoute } from "#app/list-routes";
import { preLoanList } from "#app/pre-loans/list";

export const POST = searchRoute(preLoanList);
