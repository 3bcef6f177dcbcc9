import { saveRoute } from "#app/settings/routes";

export const POST = saveRoute;
