import { discardRoute } from "#app/import/routes";

export const POST = discardRoute;
