import { commitRoute } from "#app/import/routes";

export const POST = commitRoute;
