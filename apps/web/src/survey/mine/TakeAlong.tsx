import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { download } from '../../ui/download.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { ErrorText } from '../parts/ErrorText.tsx';
import type { KeptResponse } from '../phone/kept.ts';
import { troubleOf } from '../phone/response.ts';

/** Everything as a file, for the person's own use. */
export function TakeAlong({ response }: { response: KeptResponse }) {
  const { t } = useTranslation(['mine', 'problems']);
  const [trouble, setTrouble] = useState<ReturnType<typeof troubleOf>>();
  const { siteId, responseId, code } = response;
  const take = async () => {
    if (!siteId) return;
    setTrouble(undefined);
    try {
      const copy = await call(mineEndpoints.copy, { params: { siteId, responseId }, code });
      const file = new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' });
      download(file, 'my-data.json');
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  return (
    <section className={papers.chapter} aria-labelledby="mine-copy">
      <h2 id="mine-copy" tabIndex={-1}>
        {t(($) => $.copy.heading)}
      </h2>
      <p className={pages.hint}>{t(($) => $.copy.hint)}</p>
      {trouble && <ErrorText id="copy-trouble">{t(($) => $.problems[trouble])}</ErrorText>}
      <button type="button" className={pages.other} onClick={() => void take()}>
        {t(($) => $.copy.save)}
      </button>
    </section>
  );
}
