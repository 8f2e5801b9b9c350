import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useLoaded } from '../../ui/use-loaded.ts';
import { addressOf } from '../address.ts';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { ErrorText } from '../parts/ErrorText.tsx';
import type { KeptResponse } from '../phone/kept.ts';
import { troubleOf } from '../phone/response.ts';

/** "Is it still true?", with one touch for yes. */
export function StillTrue({ response: { siteId, responseId, code } }: { response: KeptResponse }) {
  const { t } = useTranslation(['mine', 'problems']);
  const language = useLanguage();
  const [thanks, setThanks] = useState(false);
  const [trouble, setTrouble] = useState<ReturnType<typeof troubleOf>>();
  const still = useLoaded(
    useCallback(async () => {
      if (!siteId) return { asked: false };
      return call(mineEndpoints.still, { params: { siteId, responseId }, code });
    }, [siteId, responseId, code]),
  );
  const confirm = async () => {
    if (!siteId) return;
    setTrouble(undefined);
    try {
      await call(mineEndpoints.confirm, { params: { siteId, responseId }, code });
      setThanks(true);
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  if (still.state !== 'loaded' || !still.value.asked) return null;
  return (
    <section className={papers.chapter} aria-labelledby="mine-still">
      <h2 id="mine-still">{t(($) => $.still.question)}</h2>
      <p role="status">{thanks ? t(($) => $.still.thanks) : t(($) => $.still.hint)}</p>
      {trouble && <ErrorText id="still-trouble">{t(($) => $.problems[trouble])}</ErrorText>}
      {!thanks && (
        <>
          <button type="button" className={pages.go} onClick={() => void confirm()}>
            {t(($) => $.still.yes)}
          </button>
          <Link to={addressOf(language, { at: 'check' })} className={pages.other}>
            {t(($) => $.still.no)}
          </Link>
        </>
      )}
    </section>
  );
}
