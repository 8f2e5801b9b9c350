import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import type { PictureId } from '../../ui/pictures.ts';
import { addressOf } from '../address.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Top } from '../method/Top.tsx';

const pictures = {
  genuine: 'availability/check',
  withdrawn: 'start/noAnswer',
  unknown: 'start/consentStatistics',
} as const satisfies Record<string, PictureId>;
const states = ['genuine', 'withdrawn', 'unknown'] as const;

/**
 * What the code of a paper opens, without any script. Written at build time with all that can be said; the server leaves what is
 * true of the paper (`data-state`) and fills in %DATE% and %TOKEN%.
 */
export function PaperCheck() {
  const { t } = useTranslation(['passport', 'common', 'method']);
  const language = useLanguage();
  return (
    <div className="page">
      <a href="#main" className="skip">
        {t(($) => $.common.skip)}
      </a>
      <Top inLanguage={(other) => `/${other}/p/%TOKEN%`} />
      <main id="main" className="main">
        <h1>{t(($) => $.check.heading)}</h1>
        {states.map((state) => (
          <section key={state} className="section" data-state={state}>
            <h2 className="question">
              <Picture of={pictures[state]} className="picture" />
              <span>{t(($) => $.check[state])}</span>
            </h2>
            <p>{t(($) => $.check[`${state}Text`], { date: '%DATE%' })}</p>
          </section>
        ))}
        <p>{t(($) => $.check.what)}</p>
        <a href={addressOf(language, { at: 'welcome' })}>{t(($) => $.method.home)}</a>
      </main>
    </div>
  );
}
