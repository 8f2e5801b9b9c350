import { groupsOf } from '@kannwas/schema/survey/written/code';
import { useTranslation } from 'react-i18next';
import papers from './papers.module.css';

/** The code as a card to write down, photograph, or print. Digits read the same way in every script. */
export function CodeCard({ code }: { code: string }) {
  const { t } = useTranslation('survey');
  return (
    <section className={papers.code} aria-labelledby="code-card">
      <h2 id="code-card" className={papers.cardHeading}>
        {t(($) => $.code.card)}
      </h2>
      <p className={papers.digits}>{groupsOf(code)}</p>
      <p>{t(($) => $.code.where, { address: location.host })}</p>
    </section>
  );
}
