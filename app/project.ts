import "server-only";
import { cache } from "react";
import { findProject } from "#db/read/project";

/** The project, read once a request. */
export const currentProject = cache(findProject);
