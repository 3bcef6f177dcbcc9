export type Random = {
  /** From 0 up to, not including, 1. */
  unit: () => number;
  below: (limit: number) => number;
  chance: (probability: number) => boolean;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
};

/** The same draws for the same two numbers, on every machine (sfc32). */
export function randomFrom(seed: number, stream = 0): Random {
  const unit = sfc32(seed, stream);
  const below = (limit: number) => Math.floor(unit() * limit);
  return {
    unit,
    below,
    chance: (probability) => unit() < probability,
    pick: (items) => items[below(items.length)] ?? items[0],
  };
}

/** As many of each item as its weight, so that an even pick among them is a weighted one. */
export function weighted<Item>(items: readonly (readonly [weight: number, ...items: Item[]])[]): [Item, ...Item[]] {
  const [first, ...others] = items.flatMap(([weight, ...each]) => each.flatMap((item) => Array<Item>(weight).fill(item)));
  if (first === undefined) throw new Error("nothing to pick from");
  return [first, ...others];
}

function sfc32(seed: number, stream: number) {
  let [a, b, c, counter] = [seed >>> 0, stream >>> 0, 0x9e3779b9, 1];
  const next = () => {
    const drawn = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + drawn;
    return drawn >>> 0;
  };
  // The first draws still show how alike two seeds are.
  for (let warmed = 0; warmed < 12; warmed++) next();
  return () => next() / 2 ** 32;
}
