import {
  type Contact,
  missingIn,
  noticeParts,
  noticesEndpoints,
  type SiteNotice,
} from '@kannwas/schema/notices';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../app/call.ts';
import { useSite } from '../app/session.ts';
import { dayOf } from '../ui/desk/dates.ts';
import sheet from '../ui/desk/desk.module.css';
import { Loaded } from '../ui/desk/Loaded.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import styles from './notices.module.css';

const noticeQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['notice', siteId],
    queryFn: ({ signal }) => call(noticesEndpoints.read, { params: { siteId }, signal }),
  });

/** What the public pages on data protection and accessibility name, what they still lack, and drafts to adopt. */
export function NoticePage() {
  const { t } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.notice.title));
  const { id: siteId } = useSite();
  const notice = useQuery(noticeQuery(siteId));
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t(($) => $.notice.title)}
      </h1>
      <p>{t(($) => $.notice.lead)}</p>
      <ul className={styles.links}>
        {(['privacy', 'accessibility', 'answers'] as const).map((page) => (
          <li key={page}>
            <a href={`/de/${page}?site=${siteId}`}>{t(($) => $.notice.pages[page])}</a>
          </li>
        ))}
      </ul>
      <Loaded query={notice}>{(said) => <Said notice={said} />}</Loaded>
      <h2>{t(($) => $.notice.drafts)}</h2>
      <p>{t(($) => $.notice.draftsLead)}</p>
      <ul className={styles.links}>
        {(['dsfa', 'verzeichnis'] as const).map((draft) => (
          <li key={draft}>
            <a href={`/de/operator/${draft}`} lang="de">
              {t(($) => $.notice.draft[draft])}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Said({ notice }: { notice: SiteNotice }) {
  const { t, i18n } = useTranslation('desk');
  const missing = missingIn(notice);
  return (
    <>
      <p className={missing.length > 0 ? sheet.problem : undefined} role="status">
        {missing.length > 0
          ? t(($) => $.notice.missing, { count: missing.length })
          : t(($) => $.notice.complete)}
      </p>
      <dl>
        {noticeParts.map((part) => (
          <div key={part}>
            <dt>{t(($) => $.notice.parts[part])}</dt>
            <dd>{wordsOf(notice, part, i18n.language) ?? <strong>{t(($) => $.notice.lacks)}</strong>}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function wordsOf(notice: SiteNotice, part: keyof SiteNotice, language: string): string | undefined {
  if (part === 'assessedOn') return notice.assessedOn && dayOf(notice.assessedOn, language);
  if (part === 'processors')
    return notice.processors?.map(lineOf).join('; ') || (notice.processors ? '–' : undefined);
  const contact = notice[part];
  return contact && lineOf(contact);
}

const lineOf = ({ name, address, phone, email, link }: Contact) =>
  [name, address, phone, email, link].filter(Boolean).join(', ');
