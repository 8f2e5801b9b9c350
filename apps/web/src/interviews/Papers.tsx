import type { Response } from '@kannwas/schema/survey/endpoints';
import { fold } from '@kannwas/schema/survey/fold';
import { type PassportForm, passportForms, passportsEndpoints } from '@kannwas/schema/survey/passports';
import { said } from '@kannwas/schema/survey/questions';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { callForFile } from '../app/call.ts';
import { mayAt, useSession } from '../app/session.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { download } from '../ui/download.ts';
import styles from './papers.module.css';

/** Has a paper made for the person to take along, where they want a result of their own. */
export function Papers({ response: { siteId, responseId, language, events } }: { response: Response }) {
  const { t } = useTranslation('interviews');
  const { me } = useSession();
  const making = useMutation({
    gcTime: 0,
    mutationFn: async (form: PassportForm) => {
      const sent = { params: { siteId, responseId }, body: { form, language } };
      download(await callForFile(passportsEndpoints.makeFor, sent), `kannwas-${form}.pdf`);
    },
  });
  const { answers, conflicts } = fold(events);
  const wanted = said(answers, 'consentResult')?.given && !conflicts.includes('consentResult');
  if (!wanted || !mayAt(me, siteId, passportsEndpoints.makeFor.may)) return null;
  return (
    <fieldset className={styles.papers} aria-labelledby="papers">
      <span id="papers">{t(($) => $.papers.heading)}</span>
      {passportForms.map((form) => (
        <button
          key={form}
          type="button"
          title={t(($) => $.papers.hint)}
          aria-disabled={making.isPending}
          onClick={() => !making.isPending && making.mutate(form)}
        >
          {t(($) => $.papers[form])}
        </button>
      ))}
      <span role="status">
        {making.isPending && t(($) => $.papers.making)}
        {making.isSuccess && t(($) => $.papers.made)}
      </span>
      {making.error && <Problem error={making.error} />}
    </fieldset>
  );
}
