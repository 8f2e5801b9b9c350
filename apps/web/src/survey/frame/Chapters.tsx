import { type Chapter, surveyChapters } from '@kannwas/schema/survey/page';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import styles from './frame.module.css';

/** Where the person is: a picture for each chapter, ticks on those done, never a percentage. */
export function Chapters({ current }: { current: Chapter | 'end' }) {
  const { t } = useTranslation('survey');
  const order: readonly (Chapter | 'end')[] = [...surveyChapters, 'end'];
  const here = order.indexOf(current);
  return (
    <ol className={styles.chapters} aria-label={t(($) => $.chapters.label)}>
      {surveyChapters.map((chapter, place) => {
        const name = t(($) => $.chapters[chapter]);
        const done = place < here;
        return (
          <li
            key={chapter}
            className={`${styles.chapter} ${place > here ? styles.todo : ''}`}
            aria-current={place === here ? 'step' : undefined}
          >
            <Picture of={chapter === 'start' ? 'start/chapter' : `start/${chapter}`} />
            <span className={place === here ? undefined : 'unseen'}>
              {done ? t(($) => $.chapters.done, { chapter: name }) : name}
            </span>
            {done && <Picture of="controls/tick" className={styles.tick} />}
          </li>
        );
      })}
    </ol>
  );
}
