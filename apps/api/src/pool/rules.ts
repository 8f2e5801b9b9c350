import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { makeRules, type Rules } from '@kannwas/disclosure/rules';
import type { Secrets } from '../secrets.ts';
import { epochKey, staticKey } from '../snapshots/store.ts';

/** The disclosure rules of an epoch of a site. */
export type RulesOf = (siteId: string, epoch: number) => Rules;

/**
 * Makes the rules of epochs when they are needed; the noise table is computed once for each.
 * @param layers only tests take a layer away, to show which attack then succeeds; no setting leads here
 */
export function makeRulesOf(secrets: Secrets, layers: Layers = allLayers): RulesOf {
  // Only the last epochs of a site are asked, so one entry for each site is enough.
  const latest = new Map<string, { epoch: number; rules: Rules }>();
  return (siteId, epoch) => {
    const kept = latest.get(siteId);
    if (kept?.epoch === epoch) return kept.rules;
    const rules = makeRules({
      epochKey: epochKey(secrets, siteId, epoch),
      staticKey: staticKey(secrets, siteId),
      layers,
    });
    latest.set(siteId, { epoch, rules });
    return rules;
  };
}
