import { setTimeout as sleep } from 'node:timers/promises';
import type { Answers } from '@kannwas/schema/survey/questions';
import type { Page } from 'playwright-core';
import type { Running } from '../support/app.ts';
import { moveIn } from '../support/crowd.ts';
import { signIn } from '../support/people.ts';
import { bricklayer, publish } from '../support/town.ts';

const cook: Answers = {
  ...bricklayer,
  experienceOccupation: '5120',
  germanSpeaking: 'well',
  experienceDuration: 'over-10',
};

/** A cleaner in Eisleben. */
export const cleaner: Answers = { ...bricklayer, district: '15087130', experienceOccupation: '9112' };

/** Two places with enough people to be published on their own: 180 cooks, 650 bricklayers, 380 cleaners, 6 nurses. */
export async function settle({ db, url }: Running): Promise<void> {
  // Were all as good at German, no number would say so.
  await moveIn(db, 65, cook);
  await moveIn(db, 55, { ...cook, germanSpeaking: 'very-well' });
  await moveIn(db, 35, { ...cook, germanSpeaking: 'everyday', availableFor: ['language-course'] });
  await moveIn(db, 25, { ...cook, availableFor: ['language-course'] });
  await moveIn(db, 400, bricklayer);
  await moveIn(db, 250, { ...bricklayer, district: '15087130' });
  await moveIn(db, 300, cleaner);
  await moveIn(db, 80, { ...cleaner, district: '15087220' });
  await moveIn(db, 6, { ...bricklayer, experienceOccupation: '2221' });
  await untilItAnswers(url);
  await publish(url, await signIn(url, 'ines'));
}

/** The embedded database lives in the app's own process: while a town moves in, the app turns everybody away. */
async function untilItAnswers(url: string): Promise<void> {
  while ((await fetch(`${url}/api/sites`)).status === 503) await sleep(100);
}

/** The sentence that answers. */
export const answer = (page: Page) =>
  page.locator('main section p[role=status]').filter({ has: page.locator('strong') });

/** The number in it. */
export async function numberOf(page: Page): Promise<number> {
  await answer(page).locator('strong').waitFor();
  return Number((await answer(page).locator('strong').textContent())?.replace('.', ''));
}
