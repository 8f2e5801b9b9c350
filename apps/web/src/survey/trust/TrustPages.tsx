import { type TrustTexts, texts } from '@kannwas/catalogue/texts';
import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf, type Place } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { Accessibility } from './Accessibility.tsx';
import { Answers } from './Answers.tsx';
import { Privacy } from './Privacy.tsx';
import sheet from './trust.module.css';

type Trust = 'answers' | 'privacy' | 'accessibility';

export const AnswersPage = () => <TrustPage at="answers">{(texts) => <Answers texts={texts} />}</TrustPage>;
export const PrivacyPage = () => <TrustPage at="privacy">{(texts) => <Privacy texts={texts} />}</TrustPage>;
export const AccessibilityPage = () => (
  <TrustPage at="accessibility">{(texts) => <Accessibility texts={texts} />}</TrustPage>
);

/** A page for everybody, with or without answers on the phone. */
function TrustPage({ at, children }: { at: Trust; children: (texts: TrustTexts) => ReactNode }) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  const loaded = useLoaded(useCallback(async () => (await texts[language].trust()).default, [language]));
  const place: Place = { at };
  const back = addressOf(language, { at: 'welcome' });
  if (loaded.state !== 'loaded') {
    return (
      <Frame key="loading" place={place} title={t(($) => $.opening)} back={back}>
        <ListTrouble loaded={loaded} />
      </Frame>
    );
  }
  const { heading } = loaded.value[at];
  return (
    <Frame place={place} title={heading} back={back}>
      <h1 tabIndex={-1} className={styles.heading}>
        {heading}
      </h1>
      <div className={sheet.page}>{children(loaded.value)}</div>
    </Frame>
  );
}
