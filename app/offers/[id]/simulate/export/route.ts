import { simulationFile } from "#app/offers/simulation";

export const GET = async (request: Request, { params }: RouteContext<"/offers/[id]/simulate/export">) =>
  simulationFile((await params).id, new URL(request.url).searchParams);
