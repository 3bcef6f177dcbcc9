import { searchRoute } from "#app/list-routes";
import { prePaymentList } from "#app/pre-payments/list";

export const POST = searchRoute(prePaymentList);
