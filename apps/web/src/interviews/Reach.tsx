import { contactEndpoints } from '@kannwas/schema/survey/contact';
import type { Response } from '@kannwas/schema/survey/endpoints';
import { fold } from '@kannwas/schema/survey/fold';
import { said } from '@kannwas/schema/survey/questions';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { mayAt, useSession } from '../app/session.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';

/** How the person may be reached. It is opened on purpose, since each opening is written down and shown to the person. */
export function Reach({ response: { siteId, responseId, events } }: { response: Response }) {
  const { t } = useTranslation('interviews');
  const { me } = useSession();
  const opening = useMutation({
    gcTime: 0,
    mutationFn: () => call(contactEndpoints.open, { params: { siteId, responseId } }),
  });
  const { answers, conflicts } = fold(events);
  const allowed = said(answers, 'consentContact')?.given && !conflicts.includes('consentContact');
  if (!allowed || !mayAt(me, siteId, 'interview.contact')) return null;
  const contact = opening.data?.contact;
  return (
    <>
      <button
        type="button"
        title={t(($) => $.reach.hint)}
        aria-disabled={opening.isPending}
        onClick={() => opening.mutate()}
      >
        {t(($) => $.reach.open)}
      </button>
      <span role="status">
        {opening.isSuccess &&
          (contact
            ? [contact.name, contact.phone, contact.email].filter((line) => line !== null).join(' · ')
            : t(($) => $.reach.none))}
      </span>
      {opening.error && <Problem error={opening.error} />}
    </>
  );
}
