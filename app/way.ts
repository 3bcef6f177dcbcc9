import "server-only";
import { currentProject } from "#app/project";
import { currentWords } from "#app/words";
import { formatOf } from "#lib/list/format";
import type { Way } from "#lib/way";

/** How the request's page says things. */
export async function currentWay(): Promise<Way> {
  const [{ language, t }, project] = await Promise.all([currentWords(), currentProject()]);
  return { language, t, format: formatOf(language, project) };
}
