import { addressOf, drawnNames } from 'virtual:pictures';
import type { Language } from '@kannwas/schema/codes';
import { behindThePage } from '../offline/start-anew.ts';
import { phone, siteOf } from '../phone/phone.ts';
import { loadRest } from '../rest/use-rest.ts';
import { catalogueTexts } from './catalogue-texts.ts';

/** The first question comes alone; the rest of the survey follows as soon as it can be answered. */
const soon = 1000;
/** What later pages need besides follows when the first question has long been on the screen. */
const later = 4000;

/** Fetches what later pages need while there is a network: in the middle of the survey it may be gone. */
export function prepare(language: Language): void {
  setTimeout(() => void behindThePage(loadRest).catch(() => undefined), soon);
  setTimeout(() => void fetchAll(language).catch(() => undefined), later);
}

/** The next steps are read at the very end, which may be far from any network; what happens with the answers, at any time. */
async function fetchLast(language: Language): Promise<void> {
  const [{ loadStepWords }] = await Promise.all([
    import('@kannwas/catalogue/steps/words'),
    import('../steps/StepsPage.tsx'),
    catalogueTexts(language).then((texts) => texts.trust()),
    import('../trust/TrustPages.tsx'),
  ]);
  await loadStepWords(language);
  const site = siteOf(phone());
  const { askPlace } = await import('../phone/of-place.ts');
  if (site) await Promise.all([askPlace('offers', site.id), askPlace('notice', site.id)]);
}

async function fetchAll(language: Language): Promise<void> {
  await behindThePage(async () => {
    const { loadNames } = await loadRest();
    await loadNames(language);
    const { loadOccupations } = await import('./OccupationList.tsx');
    await loadOccupations(language);
    await fetchLast(language);
  });
  // Pictures of single occupations and task cards wait until their field is opened: together they are too much.
  for (const sheet of [...Object.keys(drawnNames), 'fields', 'schools']) await fetch(addressOf(sheet));
}
