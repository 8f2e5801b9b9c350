import { redrawBoundaries } from '../borders/redraw.ts';
import { type Contrast, contrastsOf } from '../differences/contrasts.ts';
import { districts } from '../population.ts';
import { type Attack, type Result, resultOf } from '../result.ts';
import type { Attacked } from '../world.ts';
import { runDifferences } from './t03-isolating-difference.ts';

/**
 * Subtracts places: a Kreis less its parts, codes of districts that were joined with others, and the same place before
 * and after a handful of people came to it by a new boundary.
 * Source: Duke-Williams and Rees (1998), Can Census Offices Publish Statistics for More than One Small Area Geography?
 * An Analysis of the Differencing Problem, International Journal of Geographical Information Science 12(6).
 */
export const geography: Attack = {
  id: 'T15',
  run: async (world) => {
    const all = await world.towns();
    const isPlace = ({ terms: [one, other] }: Contrast) => one?.where.place !== other?.where.place;
    const between = await runDifferences(all, world.effort.targets, {
      id: 'T15',
      cases: [{ isolated: [1, 2, 3], pairs: 10, target: 0.05 }],
      contrasts: (truth, sizes) => contrastsOf(truth, sizes).filter(isPlace),
    });
    return [...between, await askForParts(all), await redrawBoundaries(world)];
  },
};

/** Whatever is no published place must be refused. */
async function askForParts(all: readonly Attacked[]): Promise<Result> {
  let [accepted, tried] = [0, 0];
  for (const { truth, account, town } of all) {
    const published = new Set(truth.places.map(({ code }) => code));
    const shapes = [
      '15',
      '15087-15088',
      '15087110,15087220',
      '15087990',
      'm00000000',
      'bbox:11,51,12,52',
      '*',
    ];
    for (const code of [...districts, ...shapes].filter((one) => !published.has(one))) {
      tried += 1;
      if ((await account.get(`/api/sites/${town.siteId}/pool?place=${encodeURIComponent(code)}`)).ok)
        accepted += 1;
    }
  }
  return resultOf(
    'T15',
    'count',
    { value: accepted, upper: accepted, n: tried },
    0,
    'parts of places that were answered',
  );
}
