import type { Language } from '@kannwas/schema/codes';
import { type ReactElement, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { readPhoneTexts } from '../device/texts.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { readMineTexts } from '../mine/texts.ts';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { speakPassport } from '../passport/texts.ts';

type Page = () => ReactElement;
type Load = (language: Language) => Promise<Page>;

/** A page together with the texts of its room. */
const withTexts =
  (read: (language: Language) => Promise<void>, load: () => Promise<Page>): Load =>
  async (language) => {
    const [page] = await Promise.all([load(), read(language)]);
    return page;
  };

/** Pages that nobody needs before the first question: they come, with their texts, when somebody goes there. */
const later = {
  steps: async () => (await import('../steps/StepsPage.tsx')).StepsPage,
  answers: async () => (await import('../trust/TrustPages.tsx')).AnswersPage,
  privacy: async () => (await import('../trust/TrustPages.tsx')).PrivacyPage,
  accessibility: async () => (await import('../trust/TrustPages.tsx')).AccessibilityPage,
  passport: withTexts(speakPassport, async () => (await import('../passport/PassportPage.tsx')).PassportPage),
  'my-data': withTexts(readMineTexts, async () => (await import('../mine/MyDataPage.tsx')).MyDataPage),
  erase: withTexts(readMineTexts, async () => (await import('../mine/ErasePage.tsx')).ErasePage),
  phone: withTexts(readPhoneTexts, async () => (await import('../device/PhonePage.tsx')).PhonePage),
  take: withTexts(readPhoneTexts, async () => (await import('../file/TakePage.tsx')).TakePage),
  file: withTexts(readPhoneTexts, async () => (await import('../file/FilePage.tsx')).FilePage),
} satisfies Record<string, Load>;

/** One of the later pages; until it is here, a moment's patience or a way to try again. */
export function LaterPage({ at }: { at: keyof typeof later }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => ({ Page: await later[at](language), language }), [at, language]),
  );
  // In another language the words come first.
  if (loaded.state === 'loaded' && loaded.value.language === language) return <loaded.value.Page />;
  const title = t(($) => $.opening);
  return (
    <Frame place={{ at }} title={title}>
      <h1 tabIndex={-1}>{title}</h1>
      <ListTrouble loaded={loaded} />
    </Frame>
  );
}
