import { faultsRoute } from "#app/import/routes";

export const GET = faultsRoute;
