import type { Db, Tx } from "#db/client";
import type { Actor } from "#lib/domain/actor";

/** Who asks; or how that is found out, in the transaction of what they ask for and in one go with it. */
export type Asker<Who = Actor> = Who | Finding<Who>;

type Finding<Who> = (within: Db | Tx) => Promise<Who>;

/** Who it is. */
export const whoAsks = async <Who>(asker: Asker<Who>, within: Db | Tx): Promise<Who> =>
  isFinding(asker) ? asker(within) : asker;

const isFinding = <Who>(asker: Asker<Who>): asker is Finding<Who> => typeof asker === "function";
