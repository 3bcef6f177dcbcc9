import { searchRoute } from "#app/list-routes";
import { paymentList } from "#app/payments/list";

export const POST = searchRoute(paymentList);
