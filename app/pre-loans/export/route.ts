import { exportRoute } from "#app/list-routes";
import { preLoanList } from "#app/pre-loans/list";

export const GET = exportRoute(preLoanList);
