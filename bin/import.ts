import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { commandLine } from "#bin/command-line";
import { withDatabase } from "#bin/database";
import { translators } from "#lib/messages/catalogue";
import { faultFile, faultSentence } from "#lib/onboarding/fault-file";

const usage = "Usage: npm run import -- FILE [--check] [--bad FILE]";
const shownFaults = 20;
const t = translators.en;

const asked = readArguments();
if (asked === undefined) {
  console.error(usage);
  process.exitCode = 2;
} else if (!(await isFile(asked.file))) {
  console.error(`There is no file ${asked.file}.`);
  process.exitCode = 2;
} else {
  process.exitCode = await withDatabase(() => importFile(asked));
}

type Asked = { file: string; isCheck: boolean; badFile: string | undefined };

function readArguments(): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { check: { type: "boolean" }, bad: { type: "string" } },
    });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? undefined : { file, isCheck: values.check ?? false, badFile: values.bad };
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The exit code: 0 when all that is good is stored, 1 when nothing is good, 2 when the file is refused. */
async function importFile({ file, isCheck, badFile }: Asked): Promise<number> {
  const { checkExport } = await import("#db/write/import-check");
  const { commitImport, discardImport } = await import("#db/write/import");
  const { eachFault, findImport, listFaults } = await import("#db/read/import");
  const actor = commandLine();
  const checked = await checkExport(actor, createReadStream(file), (rows) => console.error(`${rows} rows read`));
  if (!checked.ok) {
    const { reason, columns } = checked.refusal;
    console.error(t(`import_refusal.${reason}`, { columns: columns.join(", ") }));
    return 2;
  }
  const found = await findImport(actor, checked.id);
  if (found === undefined) throw new Error("the check is gone");
  for (const key of ["rows", "good", "repeated", "known", "bad"] as const) console.log(`${t(`import.${key}`)}: ${found[key]}`);
  if (found.ignoredColumns.length > 0) console.log(t("import.ignored", { columns: found.ignoredColumns.join(", ") }));
  for (const fault of await listFaults(found.id, shownFaults))
    console.log(`  line ${fault.line}, ${fault.column ?? t("import.whole_row")}: ${faultSentence(fault, t)}`);
  if (badFile !== undefined) await pipeline(faultFile(eachFault(found.id), t), createWriteStream(badFile));

  if (isCheck || found.good === 0) await discardImport(actor, found.id);
  else console.log(`${t("import.added")}: ${(await commitImport(actor, found.id))?.added ?? 0}`);
  return found.good + found.known > 0 ? 0 : 1;
}
