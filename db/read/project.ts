import "server-only";
import { db, statementName } from "#db/client";
import { projects } from "#db/schema/project";

export type Project = Omit<typeof projects.$inferSelect, "isOnly">;

/** The project of this installation. */
export async function findProject(): Promise<Project> {
  const [project] = await only.execute();
  if (project === undefined) throw new Error("the database has no project: is it migrated?");
  return project;
}

const only = db.select().from(projects).prepare(statementName("find_project"));
