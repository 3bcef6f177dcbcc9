import { exportRoute } from "#app/list-routes";
import { preCustomerList } from "#app/pre-customers/list";

export const GET = exportRoute(preCustomerList);
