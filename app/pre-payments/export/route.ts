import { exportRoute } from "#app/list-routes";
import { prePaymentList } from "#app/pre-payments/list";

export const GET = exportRoute(prePaymentList);
