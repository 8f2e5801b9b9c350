import { escoEndpoints } from '@kannwas/schema/esco';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import type { Words } from '../said/words.ts';
import styles from './skills.module.css';

type Props = { siteId: string; occupation: string; label: string; language: Words['language'] };

/** What an interviewer may ask about when somebody names an occupation; loaded when it is opened. */
export function OccupationSkills({ siteId, occupation, label, language }: Props) {
  const { t } = useTranslation('interviews');
  const [opened, open] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['occupation-skills', siteId, occupation, language],
    enabled: opened,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) =>
      call(escoEndpoints.skills, { params: { siteId, occupation }, querystring: { language }, signal }),
  });
  return (
    <details className={styles.skills} onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>
        {t(($) => $.skills.title)}
        <span className="unseen">: {label}</span>
      </summary>
      {error && <Problem error={error} />}
      {data?.skills.length === 0 && <p>{t(($) => $.skills.none)}</p>}
      {data && data.skills.length > 0 && (
        <>
          <p>{t(($) => $.skills.lead)}</p>
          <ul>
            {data.skills.map(({ name, language: of, essential }) => (
              <li key={name}>
                <span lang={of}>{name}</span>{' '}
                <small>
                  {essential > 0
                    ? t(($) => $.skills.needed, { essential, occupations: data.occupations })
                    : t(($) => $.skills.may)}
                </small>
              </li>
            ))}
          </ul>
          <p>
            <small>{t(($) => $.skills.esco)}</small>
          </p>
        </>
      )}
    </details>
  );
}
