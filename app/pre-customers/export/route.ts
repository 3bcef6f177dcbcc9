import { preCustomerList } from "#app/pre-customers/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(preCustomerList);
