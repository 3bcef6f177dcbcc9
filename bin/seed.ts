import { parseArgs } from "node:util";
import { z } from "zod";
import { withDatabase } from "#bin/database";
import { endWith, Refusal } from "#bin/refusal";

const most = 5_000_000;
const options = {
  customers: { type: "string" },
  seed: { type: "string", default: "1" },
  add: { type: "boolean", default: false },
} as const;
const wholeNumber = (least: number, greatest: number) =>
  z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(greatest));
const commandLine = z.object({
  values: z.strictObject({
    customers: wholeNumber(1, most),
    seed: wholeNumber(0, 0xffff_ffff),
    add: z.boolean(),
  }),
  positionals: z.tuple([]),
});

const asked = commandLine.safeParse(parseArgs({ options, strict: false }));
if (!asked.success) {
  console.error(`Seeding takes --customers N, from 1 to ${written(most)}, and if wanted --seed N, for other people, and --add.`);
  process.exit(2);
}

try {
  await withDatabase(() => run(asked.data.values));
} catch (error) {
  endWith(error);
}

async function run({ customers, seed: number, add }: z.output<typeof commandLine>["values"]) {
  const { seed } = await import("#db/seed/seed");
  const startedAt = performance.now();
  const seconds = () => `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
  const doing = { copy: "copied", index: "building indexes", vacuum: "tidying up" };
  const outcome = await seed({
    customers,
    seed: number,
    isAddition: add,
    onProgress: (done, phase) =>
      console.log(`${written(done)} of ${written(customers)} customers, ${doing[phase]} (${seconds()})`),
  });
  if (!outcome.ok) throw new Refusal(outcome.because);
  console.log(`Seeded ${written(customers)} customers in ${seconds()}.`);
}

function written(count: number): string {
  return count.toLocaleString("en-US");
}
