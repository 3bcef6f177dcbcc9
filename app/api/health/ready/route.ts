import { isReady } from "#db/read/health";

export const dynamic = "force-dynamic";

export async function GET() {
  const ready = await isReady().catch(() => false);
  return Response.json({ ready }, { status: ready ? 200 : 503 });
}
