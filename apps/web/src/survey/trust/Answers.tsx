import type { TrustTexts } from '@kannwas/catalogue/texts';
import { useTranslation } from 'react-i18next';
import { addressOf, methodAddress } from '../address.ts';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import sheet from './trust.module.css';
import { Way } from './Way.tsx';
import { stations } from './way.ts';

/** What happens with answers: a picture, and the same in words. */
export function Answers({ texts }: { texts: TrustTexts }) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { answers } = texts;
  return (
    <>
      <p>{answers.lead}</p>
      <Way texts={answers} language={language} />
      <section className={sheet.part}>
        <h2>{answers.inWords}</h2>
        <ol className={sheet.words}>
          {stations.map(({ station, withYes }) => (
            <li key={station}>
              <strong>{answers[station].name}</strong>
              {withYes && <em className={sheet.yes}>{answers.yes}</em>}
              <span>{answers[station].text}</span>
            </li>
          ))}
        </ol>
      </section>
      <nav aria-labelledby="read-more" className={sheet.part}>
        <h2 id="read-more">{answers.links}</h2>
        <ul className={sheet.links}>
          <li>
            <a href={methodAddress(language)}>{t(($) => $.form.method)}</a>
          </li>
          <li>
            <Link to={addressOf(language, { at: 'privacy' })}>{texts.privacy.heading}</Link>
          </li>
          <li>
            <Link to={addressOf(language, { at: 'accessibility' })}>{texts.accessibility.heading}</Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
