export const median = (samples: readonly number[]) => quantile(samples, 0.5);

export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Measures by turns, so that whatever else the machine does falls on all alike. */
export async function byTurns<Name extends string, Sample>(
  rounds: number,
  measures: Record<Name, () => Promise<Sample>>,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(measures) as Name[];
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>;
  for (let round = 0; round < rounds; round++) for (const name of names) samples[name].push(await measures[name]());
  return samples;
}

/** The median of what one measured in a round over what the other measured in the same round. */
export const ratio = (of: readonly number[], over: readonly number[]) =>
  median(of.map((sample, round) => sample / (over[round] ?? Number.NaN)));
