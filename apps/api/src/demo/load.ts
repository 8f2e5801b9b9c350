import type { Opened } from '../db/open.ts';
import { addDemand, saveDenominators } from '../gaps/store.ts';
import { limits } from '../limits.ts';
import { saveOffer } from '../offers/store.ts';
import { makeRulesOf } from '../pool/rules.ts';
import type { Secrets } from '../secrets.ts';
import { saveNotice, saveSite } from '../sites/store.ts';
import { publish } from '../snapshots/publish.ts';
import { findLastEpoch } from '../snapshots/store.ts';
import { demoDemand } from './demand.ts';
import { demoOffers } from './offers.ts';
import { demoDenominators, demoNotice, demoSite, placesOf } from './site.ts';
import { hireDemoStaff } from './staff.ts';
import { savePopulation } from './store.ts';

type Demo = {
  opened: Omit<Opened, 'close'>;
  secrets: Secrets;
  people?: number;
  onSaved?: (people: number) => void;
};

/**
 * Loads the demo: site, staff, synthetic people, denominators, demand, offers, and a first epoch, which comes last.
 *
 * Each step may be repeated, so a loading that was interrupted is continued by the next.
 * @returns false when the demo was already there
 */
export async function loadDemo({ opened, secrets, people = 3200, onSaved }: Demo): Promise<boolean> {
  const { db } = opened;
  const { id: siteId } = demoSite;
  if (await findLastEpoch(db, siteId)) return false;
  await saveSite(db, demoSite);
  await saveNotice(db, siteId, demoNotice);
  const staff = await hireDemoStaff(db, secrets);
  await savePopulation(db, {
    siteId,
    people,
    seed: 'demo',
    districts: placesOf(demoSite),
    caseWorker: staff.carla,
    ...(onSaved ? { onSaved } : {}),
  });
  await saveDenominators(db, siteId, demoDenominators);
  for (const name of ['dmitri', 'ines'] as const) {
    for (const demand of demoDemand[name]) {
      await addDemand(db, { siteId, staffId: staff[name], all: false }, demand);
    }
  }
  for (const { id, content } of demoOffers) {
    await saveOffer(db, { siteId, offerId: id, staffId: staff.ines }, content);
  }
  await publish({ opened, secrets, rulesOf: makeRulesOf(secrets), limits: limits.publishing }, siteId);
  return true;
}
