import {
  type AddedGroup,
  addedEntries,
  isAdded,
  isRemoved,
  removalMarks,
} from '@kannwas/schema/survey/entries';
import { nextVisit, previousVisit, type Visit } from '@kannwas/schema/survey/journey';
import type { Group } from '@kannwas/schema/survey/page';
import { pages } from '@kannwas/schema/survey/pages';
import { type Question, slotOf } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, go, placeOfVisit } from '../address.ts';
import { Also, Both } from '../beside/Also.tsx';
import { useAlsoAnswer } from '../beside/use-also-answer.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import papers from '../papers/papers.module.css';
import { usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { Speak } from '../sound/Speak.tsx';
import { useSaid } from '../sound/use-said.ts';
import styles from './pages.module.css';

/** The trainings or kinds of work that were named so far: to add another, change one, or take one off the list. */
export function ListPage({ visit, group }: { visit: Visit; group: Group }) {
  return isAdded(group) ? <AddedList visit={visit} group={group} /> : null;
}

function AddedList({ visit, group }: { visit: Visit; group: AddedGroup }) {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { answers } = usePhone().folded;
  const words = t(($) => $.lists[group], { returnObjects: true });
  const key = `survey.lists.${group}`;
  const spoken = useSaid();
  const [first] = pages.filter((page) => 'about' in page && page.about === group);
  const before = previousVisit(answers, visit);
  const entries = addedEntries(answers, group);
  const kept = entries.filter((entry) => !isRemoved(answers, group, entry));
  if (!first) return null;
  const to = (entry: string | undefined) => addressOf(language, { at: 'question', page: first.id, entry });
  const mark = (entry: string | undefined, removed: boolean) =>
    answer({ [slotOf(removalMarks[group], entry)]: removed ? 'removed' : null }, language);
  return (
    <Frame
      place={placeOfVisit(visit)}
      title={words.heading}
      back={addressOf(language, before ? placeOfVisit(before) : { at: 'welcome' })}
      chapter={visit.page.chapter}
    >
      <h1 tabIndex={-1} className={styles.heading}>
        {words.heading}
        <Also of={`${key}.heading`} />
      </h1>
      <Speak texts={spoken.list(group, words)} />
      <p className={styles.hint}>
        {words.hint}
        <Also of={`${key}.hint`} />
      </p>
      {kept.length === 0 && (
        <p className={styles.hint}>
          {words.none}
          <Also of={`${key}.none`} />
        </p>
      )}
      <ol className={papers.things}>
        {entries.map((entry, place) => {
          const gone = isRemoved(answers, group, entry);
          return (
            <li key={entry ?? 'first'} className={papers.thing}>
              <Summary group={group} entry={entry} number={place + 1} gone={gone} />
              {gone ? (
                <>
                  <p role="status">
                    {t(($) => $.lists.removed)}
                    <Also of="survey.lists.removed" />
                  </p>
                  <button type="button" className={styles.other} onClick={() => void mark(entry, false)}>
                    <Both of="survey.lists.bringBack">{t(($) => $.lists.bringBack)}</Both>
                  </button>
                </>
              ) : (
                <p className={papers.choices}>
                  <Link to={to(entry)} className={papers.change}>
                    <Both of="survey.lists.change">{t(($) => $.lists.change)}</Both>
                    <span className="unseen"> {t(($) => $.lists[group].one, { number: place + 1 })}</span>
                  </Link>
                  <button type="button" className={papers.change} onClick={() => void mark(entry, true)}>
                    <Both of="survey.lists.remove">{t(($) => $.lists.remove)}</Both>
                    <span className="unseen"> {t(($) => $.lists[group].one, { number: place + 1 })}</span>
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.actions}>
        <button type="button" className={styles.other} onClick={() => go(to(v7()))}>
          <Picture of="controls/add" className={styles.icon} />
          <Both of={`${key}.add`}>{words.add}</Both>
        </button>
        <button
          type="button"
          className={styles.go}
          onClick={() => go(addressOf(language, placeOfVisit(nextVisit(answers, visit))))}
        >
          <Both of="common.continue">{t(($) => $.common.continue)}</Both>
        </button>
      </div>
    </Frame>
  );
}

/** What says best which thing it is. */
const telling = {
  training: ['trainingFor', 'trainingField', 'trainingKind'],
  experience: ['experienceOccupation', 'experienceOwnWords', 'experienceKind'],
  document: ['documentKind'],
} as const satisfies Record<AddedGroup, readonly Question[]>;

type SummaryProps = { group: AddedGroup; entry: string | undefined; number: number; gone: boolean };

function Summary({ group, entry, number, gone }: SummaryProps) {
  const { t } = useTranslation('survey');
  const { answers } = usePhone().folded;
  const names = useNames();
  const answerText = useAnswerText(names.state === 'loaded' ? names.value : {});
  const alsoAnswer = useAlsoAnswer();
  const given = (question: Question) => answers[slotOf(question, entry)];
  const telltale = telling[group].find((question) => answerText(question, given(question)) !== undefined);
  const said = telltale && answerText(telltale, given(telltale));
  const text = said ?? t(($) => $.lists[group].one, { number });
  return (
    <div>
      {gone ? <s>{text}</s> : <strong>{text}</strong>}
      {telltale ? (
        alsoAnswer(telltale, given(telltale), said)
      ) : (
        <Also of={`survey.lists.${group}.one`} fill={{ number }} />
      )}
    </div>
  );
}
