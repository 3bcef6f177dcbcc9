import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { commandLine } from "#bin/command-line";
import { withDatabase } from "#bin/database";
import type { Actor } from "#lib/domain/actor";
import { translators } from "#lib/messages/catalogue";
import { faultFile, faultSentence } from "#lib/onboarding/fault-file";
import type { FileKind } from "#lib/onboarding/kind";

const usage = "Usage: npm run import -- [--payments | --processor] FILE [--check] [--bad FILE]";
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

type Asked = { file: string; kind: FileKind; isCheck: boolean; badFile: string | undefined };

function readArguments(): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        bad: { type: "string" },
        payments: { type: "boolean" },
        processor: { type: "boolean" },
      },
    });
    const [file, ...rest] = positionals;
    if (file === undefined || rest.length > 0) return undefined;
    if (values.payments && values.processor) return undefined;
    const kind = values.payments ? "payments" : values.processor ? "processor" : "onboarding";
    return { file, kind, isCheck: values.check ?? false, badFile: values.bad };
  } catch {
    return undefined;
  }
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The exit code: 0 when all that is good is stored, 1 when nothing is good, 2 when the file is refused. */
async function importFile({ file, kind, isCheck, badFile }: Asked): Promise<number> {
  const { checkFile } = await import("#db/write/import-check");
  const { discardImport } = await import("#db/write/import");
  const { eachFault, findImport, listFaults } = await import("#db/read/import");
  const actor = commandLine();
  const checked = await checkFile(actor, createReadStream(file), (rows) => console.error(`${rows} rows read`), kind);
  if (!checked.ok) {
    const { reason, columns } = checked.refusal;
    console.error(t(`import_refusal.${reason}`, { columns: columns.join(", ") }));
    return 2;
  }
  const found = await findImport(actor, checked.id);
  if (found === undefined) throw new Error("the check is gone");
  const unmatched = kind === "payments" ? (["unmatched"] as const) : [];
  for (const key of ["rows", "good", ...unmatched, "repeated", "known", "bad"] as const)
    console.log(`${t(`import.${key}`)}: ${found[key]}`);
  if (found.ignoredColumns.length > 0) console.log(t("import.ignored", { columns: found.ignoredColumns.join(", ") }));
  for (const fault of await listFaults(found.id, shownFaults))
    console.log(`  line ${fault.line}, ${fault.column ?? t("import.whole_row")}: ${faultSentence(fault, t)}`);
  if (badFile !== undefined) await pipeline(faultFile(eachFault(found.id), t), createWriteStream(badFile));

  if (isCheck || found.good === 0) await discardImport(actor, found.id);
  else await commit(actor, found.id, kind);
  return found.good + found.known > 0 ? 0 : 1;
}

async function commit(actor: Actor, id: string, kind: FileKind): Promise<void> {
  const { commitImport } = await import("#db/write/import");
  if (kind === "onboarding") return console.log(`${t("import.added")}: ${(await commitImport(actor, id))?.added ?? 0}`);
  if (kind === "processor") return commitTold(actor, id);
  const { commitBank } = await import("#db/write/bank-commit");
  const { countBank } = await import("#db/read/bank");
  console.log(`${t("import.added_payments")}: ${(await commitBank(actor, id))?.added ?? 0}`);
  const counts = await countBank(id);
  for (const key of ["paid", "waiting", "unmatched"] as const) console.log(`${t(`import.${key}`)}: ${counts[key]}`);
  if (counts.waiting + counts.unmatched > 0) console.log(`/import/${id}`);
}

async function commitTold(actor: Actor, id: string): Promise<void> {
  const { commitProcessor } = await import("#db/write/processor-commit");
  const { listFaults } = await import("#db/read/import");
  const committed = await commitProcessor(actor, id);
  console.log(`${t("import.added_processor")}: ${committed?.added ?? 0}`);
  if (committed === undefined || committed.good === committed.added) return;
  for (const fault of await listFaults(id, shownFaults)) console.log(`  line ${fault.line}: ${faultSentence(fault, t)}`);
}
