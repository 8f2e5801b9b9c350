import { groupsOf } from '@kannwas/schema/survey/written/code';
import { useTranslation } from 'react-i18next';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from '../address.ts';
import { useLanguage } from '../frame/use-language.ts';
import papers from './papers.module.css';

const loadCamera = () => import('./Camera.tsx');

/** The code as a card to write down, photograph, or print. Digits read the same way in every script. */
export function CodeCard({ code }: { code: string }) {
  const { t } = useTranslation('survey');
  const loaded = useLoaded(loadCamera);
  // Behind the "#" it is never sent to any server; the page takes it from the address at once.
  const address = `${location.origin}${addressOf(useLanguage(), { at: 'code' })}#${code}`;
  return (
    <section className={papers.code} aria-labelledby="code-card">
      <h2 id="code-card" className={papers.cardHeading}>
        {t(($) => $.code.card)}
      </h2>
      <p className={papers.digits}>{groupsOf(code)}</p>
      <p>{t(($) => $.code.where, { address: location.host })}</p>
      {loaded.state === 'loaded' && (
        <>
          <loaded.value.Camera text={address} label={t(($) => $.code.camera)} />
          <p aria-hidden="true">{t(($) => $.code.camera)}</p>
        </>
      )}
    </section>
  );
}
