import { exportRoute } from "#app/list-routes";
import { paymentList } from "#app/payments/list";

export const GET = exportRoute(paymentList);
