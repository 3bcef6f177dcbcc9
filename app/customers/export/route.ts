import { customerList } from "#app/customers/list";
import { exportRoute } from "#app/list-routes";

export const GET = exportRoute(customerList);
