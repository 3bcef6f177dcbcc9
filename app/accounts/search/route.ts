import { accountList } from "#app/accounts/list";
import { searchRoute } from "#app/list-routes";

export const POST = searchRoute(accountList);
