import { checkRoute } from "#app/import/routes";

export const POST = checkRoute;
