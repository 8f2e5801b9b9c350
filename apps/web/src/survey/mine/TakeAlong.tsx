import { mineEndpoints } from '@kannwas/schema/survey/mine';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { ErrorText } from '../parts/ErrorText.tsx';
import type { KeptResponse } from '../phone/database.ts';
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
      save(await call(mineEndpoints.copy, { params: { siteId, responseId }, code }));
    } catch (error) {
      setTrouble(troubleOf(error));
    }
  };
  return (
    <section className={papers.chapter} aria-labelledby="mine-copy">
      <h2 id="mine-copy">{t(($) => $.copy.heading)}</h2>
      <p className={pages.hint}>{t(($) => $.copy.hint)}</p>
      {trouble && <ErrorText id="copy-trouble">{t(($) => $.problems[trouble])}</ErrorText>}
      <button type="button" className={pages.other} onClick={() => void take()}>
        {t(($) => $.copy.save)}
      </button>
    </section>
  );
}

/** Hands a file to the browser, which asks where to keep it or puts it where downloads go. */
function save(copy: object): void {
  const address = URL.createObjectURL(
    new Blob([JSON.stringify(copy, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'my-data.json';
  link.click();
  // The browser has taken the file by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
