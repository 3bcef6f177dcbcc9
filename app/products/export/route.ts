import { exportRoute } from "#app/list-routes";
import { productList } from "#app/products/list";

export const GET = exportRoute(productList);
