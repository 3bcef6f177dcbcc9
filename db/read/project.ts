import "server-only";
import { db } from "#db/client";
import { projects } from "#db/schema/project";

export type Project = Omit<typeof projects.$inferSelect, "isOnly">;

/** The project of this installation. */
export async function findProject(): Promise<Project> {
  const [project] = await db.select().from(projects);
  if (project === undefined) throw new Error("the database has no project: is it migrated?");
  return project;
}
