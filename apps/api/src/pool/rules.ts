import { makeRules, type Rules } from '@kannwas/disclosure/rules';
import type { Secrets } from '../secrets.ts';
import { epochKey, staticKey } from '../snapshots/store.ts';

/** Only the last epoch of a site is ever asked, so one entry for each site is enough. */
const latest = new WeakMap<Secrets, Map<string, { epoch: number; rules: Rules }>>();

/** The disclosure rules of an epoch; the noise table is computed once for each. */
export function rulesOf(secrets: Secrets, siteId: string, epoch: number): Rules {
  const sites = latest.get(secrets) ?? new Map();
  latest.set(secrets, sites);
  const kept = sites.get(siteId);
  if (kept?.epoch === epoch) return kept.rules;
  const rules = makeRules({
    epochKey: epochKey(secrets, siteId, epoch),
    staticKey: staticKey(secrets, siteId),
  });
  sites.set(siteId, { epoch, rules });
  return rules;
}
