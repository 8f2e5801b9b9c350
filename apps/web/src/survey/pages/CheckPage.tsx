import { isAdded } from '@kannwas/schema/survey/entries';
import {
  askedOn,
  askedPages,
  firstUnreached,
  openSlots,
  previousVisit,
  saidInstead,
  type Visit,
} from '@kannwas/schema/survey/journey';
import { surveyChapters } from '@kannwas/schema/survey/page';
import { partsOf, type Question, said, slotOf } from '@kannwas/schema/survey/questions';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, go, placeOfVisit } from '../address.ts';
import { Also, Both } from '../beside/Also.tsx';
import { fillOf } from '../beside/fill.ts';
import { useAlsoAnswer } from '../beside/use-also-answer.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import { useEntryName } from '../lists/page-wording.ts';
import { Conflict } from '../papers/Conflict.tsx';
import papers from '../papers/papers.module.css';
import { phone, usePhone } from '../phone/phone.ts';
import { answer, catchUp, handIn } from '../phone/response.ts';
import { useWording } from '../texts.ts';
import styles from './pages.module.css';

/** Everything read back in the person's own language, with a way to change each answer, and the handing in. */
export function CheckPage() {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { folded } = usePhone();
  const { answers, conflicts } = folded;
  const names = useNames();
  const answerText = useAnswerText(names.state === 'loaded' ? names.value : {});
  const alsoAnswer = useAlsoAnswer();
  useEffect(() => {
    // A case worker may have added something in the meantime.
    catchUp().catch(() => undefined);
  }, []);
  const asked = askedPages(answers);
  const open = openSlots(answers).length;
  const before = previousVisit(answers, 'check');
  const back = before && addressOf(language, placeOfVisit(before));
  const tellMore = async () => {
    await answer({ howMuch: 'full' }, language);
    go(addressOf(language, placeOfVisit(firstUnreached(phone().folded.answers))));
  };
  const submit = async () => {
    await handIn();
    go(addressOf(language, { at: 'done' }));
  };
  return (
    <Frame place={{ at: 'check' }} title={t(($) => $.check.heading)} back={back} chapter="end">
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.check.heading)}
        <Also of="survey.check.heading" />
      </h1>
      <p>
        {t(($) => $.check.intro)}
        <Also of="survey.check.intro" />
      </p>
      {conflicts.length > 0 && (
        <p className={styles.notice}>{t(($) => $.conflict.count, { count: conflicts.length })}</p>
      )}
      {surveyChapters.map((chapter) => (
        <section key={chapter} className={papers.chapter} aria-labelledby={`chapter-${chapter}`}>
          <h2 id={`chapter-${chapter}`}>
            <Picture of={chapter === 'start' ? 'start/chapter' : `start/${chapter}`} />
            <Both of={`survey.chapters.${chapter}`}>{t(($) => $.chapters[chapter])}</Both>
          </h2>
          <dl>
            {asked
              .filter(({ page }) => page.chapter === chapter)
              .map((visit) => (
                <Lines
                  key={`${visit.page.id}/${visit.entry}`}
                  visit={visit}
                  {...{ answerText, alsoAnswer }}
                />
              ))}
          </dl>
        </section>
      ))}
      <div className={styles.actions}>
        {said(answers, 'howMuch') === 'short' && (
          <>
            <p className={styles.hint}>
              {t(($) => $.check.moreHint)}
              <Also of="survey.check.moreHint" />
            </p>
            <button type="button" className={styles.other} onClick={() => void tellMore()}>
              <Both of="survey.check.more">{t(($) => $.check.more)}</Both>
            </button>
          </>
        )}
        {open > 0 && (
          <p className={styles.thanks}>
            <Both of="survey.check.open" fill={{ count: open }}>
              {t(($) => $.check.open, { count: open })}
            </Both>
          </p>
        )}
        <p className={styles.hint}>
          {t(($) => $.check.handInHint)}
          <Also of="survey.check.handInHint" />
        </p>
        <button type="button" className={styles.go} onClick={() => void submit()}>
          <Both of="survey.check.handIn">{t(($) => $.check.handIn)}</Both>
        </button>
        <button type="button" className={styles.other} onClick={() => print()}>
          <Picture of="controls/print" className={styles.icon} />
          {t(($) => $.common.print)}
        </button>
        <Link to={addressOf(language, { at: 'my-data' })} className={styles.other}>
          <Both of="common.myData">{t(($) => $.common.myData)}</Both>
        </Link>
      </div>
    </Frame>
  );
}

type Say = { answerText: ReturnType<typeof useAnswerText>; alsoAnswer: ReturnType<typeof useAlsoAnswer> };

/** What a page asked; of a list only the way to change it. */
function Lines({ visit, ...say }: { visit: Visit } & Say) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { answers } = usePhone().folded;
  const { about, lists } = visit.page;
  const name = useEntryName(about, visit.entry);
  if (lists && isAdded(lists))
    return (
      <div className={papers.line}>
        <dt>
          {t(($) => $.lists[lists].heading)}
          <Also of={`survey.lists.${lists}.heading`} />
        </dt>
        <dd>
          <Link to={addressOf(language, placeOfVisit(visit))} className={papers.change}>
            <Both of={`survey.lists.${lists}.add`}>{t(($) => $.lists[lists].add)}</Both>
          </Link>
        </dd>
      </div>
    );
  const instead = saidInstead(visit, answers).map((slot) => partsOf(slot).question);
  return [...askedOn(visit, answers), ...instead].map((question) => (
    <Line key={question} question={question} visit={visit} about={name} {...say} />
  ));
}

type LineProps = { question: Question; visit: Visit; about: string } & Say;

function Line({ question, visit, about, answerText, alsoAnswer }: LineProps) {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { folded } = usePhone();
  const slot = slotOf(question, visit.entry);
  const given = folded.answers[slot];
  const text = answerText(question, given);
  const { label } = useWording()(question);
  const silentName = given === undefined ? 'notYet' : 'notSaid';
  const silent = t(($) => $.check[silentName]);
  const [aboutKey] = Object.values(fillOf(visit));
  return (
    <div className={papers.line}>
      <dt>
        {about && <strong className={papers.about}>{about}</strong>}
        {about && aboutKey && <Also of={aboutKey} />}
        {label}
        <Also of={`survey.questions.${question}.label`} />
      </dt>
      <dd>
        <span className={papers.answer}>
          <bdi className={text === undefined ? papers.silent : papers.said}>{text ?? silent}</bdi>
          {text === undefined ? (
            <Also of={`survey.check.${silentName}`} />
          ) : (
            alsoAnswer(question, given, text)
          )}
        </span>
        <Link to={addressOf(language, placeOfVisit(visit))} className={papers.change}>
          <Both of="common.change">{t(($) => $.common.change)}</Both>
          <span className="unseen"> {[about, label].filter(Boolean).join(': ')}</span>
        </Link>
      </dd>
      {folded.conflicts.includes(slot) && (
        <dd>
          <Conflict slot={slot} />
        </dd>
      )}
    </div>
  );
}
