import { occupationsBelow, shapeOf } from '@kannwas/api/pool/engine/shape';
import { listedCodes, PoolQuery, poolDimensions } from '@kannwas/schema/pool/grammar';
import { places } from './population.ts';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Endlessly many different questions as employers may put them: one to four dimensions, at most 500 cells, equally often. */
export function* questions(seed = 1): Generator<PoolQuery> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const codeOf = (name: (typeof poolDimensions)[number]) => {
    if (name === 'place') return pick(places)?.code;
    if (name !== 'occupation') return pick(listedCodes[name]);
    let code = pick(occupationsBelow(undefined));
    for (let deeper = Math.floor(random() * 3); deeper > 0 && code; deeper--)
      code = pick(occupationsBelow(code)) ?? code;
    return code;
  };
  const put = new Set<string>();
  for (let dimensions = 1; ; dimensions = (dimensions % 4) + 1) {
    for (let tries = 0; tries < 1000; tries++) {
      const chosen = poolDimensions.toSorted(() => random() - 0.5).slice(0, dimensions);
      const by = chosen.slice(0, Math.floor(random() * 3));
      // A tree may be spread below a condition; here it is spread from the top.
      const where = Object.fromEntries(
        chosen.filter((name) => !by.includes(name)).map((name) => [name, codeOf(name)]),
      );
      const parsed = PoolQuery.safeParse({ ...where, by: by.join(',') });
      if (!parsed.success || put.has(JSON.stringify(parsed.data)) || !isTable(parsed.data)) continue;
      put.add(JSON.stringify(parsed.data));
      yield parsed.data;
      break;
    }
  }
}

function isTable(query: PoolQuery): boolean {
  try {
    const { rows } = shapeOf(query, places);
    return rows.length > 0 || query.by.length === 0;
  } catch {
    return false;
  }
}
