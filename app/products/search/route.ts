import { searchRoute } from "#app/list-routes";
import { productList } from "#app/products/list";

export const POST = searchRoute(productList);
