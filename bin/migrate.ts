import { withDatabase } from "#bin/database";

await withDatabase(async () => console.log("The database is migrated."));
