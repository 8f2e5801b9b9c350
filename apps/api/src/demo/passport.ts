import type { Language } from '@kannwas/schema/codes';
import { makeResponse, type SyntheticResponse } from './people/responses.ts';
import { demoSite, placesOf } from './site.ts';

/** So many of the demo's people are looked at. */
const among = 600;

/** Who of the demo has most to show: a paper with documents seen, many answers, and more than one thing of a kind. */
export function richestOfDemo(language: Language): SyntheticResponse {
  const population = { seed: 'demo', districts: placesOf(demoSite), caseWorker: 'carla' };
  const people = Array.from({ length: among }, (_, n) => makeResponse(population, n));
  const worth = ({ events, language: spoken, submittedAt }: SyntheticResponse) =>
    events.length +
    (submittedAt ? 1000 : 0) +
    (spoken === language ? 500 : 0) +
    (events.some(({ manner }) => manner === 'document-seen') ? 100 : 0);
  const [first, ...others] = people;
  if (!first) throw new Error('The demo has nobody.');
  return others.reduce((best, one) => (worth(one) > worth(best) ? one : best), first);
}
