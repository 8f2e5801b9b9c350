import type { Language } from '@kannwas/schema/codes';
import { type ReactElement, useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { readRoom } from '../rooms.ts';
import { Opening } from './Opening.tsx';

type Page = () => ReactElement;
type Load = (language: Language) => Promise<Page>;

/** A page together with the texts of its room. */
const withTexts =
  (room: Parameters<typeof readRoom>[0], load: () => Promise<Page>): Load =>
  async (language) => {
    const [page] = await Promise.all([load(), readRoom(room, language)]);
    return page;
  };

/** Pages that nobody needs before the first question: they come, with their texts, when somebody goes there. */
const later = {
  steps: async () => (await import('../steps/StepsPage.tsx')).StepsPage,
  answers: async () => (await import('../trust/TrustPages.tsx')).AnswersPage,
  privacy: async () => (await import('../trust/TrustPages.tsx')).PrivacyPage,
  accessibility: async () => (await import('../trust/TrustPages.tsx')).AccessibilityPage,
  passport: withTexts('passport', async () => (await import('../passport/PassportPage.tsx')).PassportPage),
  'my-data': withTexts('mine', async () => (await import('../mine/MyDataPage.tsx')).MyDataPage),
  erase: withTexts('mine', async () => (await import('../mine/ErasePage.tsx')).ErasePage),
  phone: withTexts('phone', async () => (await import('../device/PhonePage.tsx')).PhonePage),
  take: withTexts('phone', async () => (await import('../file/TakePage.tsx')).TakePage),
  file: withTexts('phone', async () => (await import('../file/FilePage.tsx')).FilePage),
} satisfies Record<string, Load>;

/** One of the later pages; until it is here, a moment's patience or a way to try again. */
export function LaterPage({ at }: { at: keyof typeof later }) {
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => ({ Page: await later[at](language), language }), [at, language]),
  );
  // In another language the words come first.
  if (loaded.state === 'loaded' && loaded.value.language === language) return <loaded.value.Page />;
  return <Opening place={{ at }} loaded={loaded} />;
}
