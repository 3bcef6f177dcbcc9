import "server-only";
import { eq } from "drizzle-orm";
import { db } from "#db/client";
import { processorLines } from "#db/schema/processor";

/** How many rows of a processor's file are still to be told. */
export const countLeft = (importId: string): Promise<number> => db.$count(processorLines, eq(processorLines.importId, importId));
