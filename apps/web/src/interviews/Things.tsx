import type { Response } from '@kannwas/schema/survey/endpoints';
import { removalMarks } from '@kannwas/schema/survey/entries';
import { slotOf } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { mayAt, useSession } from '../app/session.ts';
import { Problem } from '../ui/desk/form/Problem.tsx';
import { type Added, firstOf, type List, type Row } from './said/rows.ts';
import { useSaving } from './said/saving.ts';
import type { Words } from './said/words.ts';
import styles from './things.module.css';

type Props = {
  list: List;
  rows: readonly Row[];
  response: Response;
  desk: Words;
  closed: boolean;
  onAdd: (added: Added) => void;
};

/** Trainings, kinds of work, or documents: another one can be added, and one taken off the list and brought back. */
export function Things({ list, rows, response, desk, closed, onAdd }: Props) {
  const { t } = useTranslation('interviews');
  const { me } = useSession();
  const { group, removed } = list;
  if (!mayAt(me, response.siteId, 'interview.answer') || closed) return null;
  const firsts = rows.filter((row) => row.question === firstOf[group]);
  const shared = { group, response, desk };
  return (
    <div className={styles.things}>
      <button type="button" onClick={() => onAdd({ group, entry: v7() })}>
        {t(($) => $.things.add[group])}
      </button>
      {firsts.length > 1 &&
        firsts.map((row) => (
          <Mark key={row.slot} {...shared} entry={row.entry} gone={false} name={desk.about(row)} />
        ))}
      {removed.map(({ entry, number }) => (
        <Mark
          key={entry ?? 'first'}
          {...shared}
          entry={entry}
          gone
          name={desk.about({ about: group, entry, number })}
        />
      ))}
    </div>
  );
}

type MarkProps = {
  group: List['group'];
  response: Response;
  desk: Words;
  entry: string | undefined;
  gone: boolean;
  name: string;
};

/** Nothing is deleted: the mark is an event like every answer, and so is taking it back. */
function Mark({ group, response, desk, entry, gone, name }: MarkProps) {
  const { t } = useTranslation('interviews');
  const slot = slotOf(removalMarks[group], entry);
  const heads = response.events.filter(({ question }) => question === slot).slice(-1);
  const row = { slot, heads, conflict: false };
  const { save, saving, error } = useSaving(response, row, desk.language);
  return (
    <>
      <button
        type="button"
        aria-disabled={saving}
        onClick={() => save({ value: gone ? null : 'removed', manner: 'case-worker' })}
      >
        {gone ? t(($) => $.things.bringBack, { name }) : t(($) => $.things.remove, { name })}
      </button>
      {error && <Problem error={error} />}
    </>
  );
}
