import { runRoute } from "#app/close-day/routes";

export const POST = runRoute;
