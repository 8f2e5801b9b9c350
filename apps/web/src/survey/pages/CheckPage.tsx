import { askedPages, previousPage } from '@kannwas/schema/survey/journey';
import { chapters, type PageId } from '@kannwas/schema/survey/pages';
import type { Question } from '@kannwas/schema/survey/questions';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf, go } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { useAnswerText, useNames } from '../lists/answer-text.ts';
import { Conflict } from '../papers/Conflict.tsx';
import papers from '../papers/papers.module.css';
import { usePhone } from '../phone/phone.ts';
import { catchUp, handIn } from '../phone/response.ts';
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
  useEffect(() => {
    // A case worker may have added something in the meantime.
    catchUp().catch(() => undefined);
  }, []);
  const asked = askedPages(answers);
  const open = asked.flatMap(({ ask }) => ask).filter((question) => answers[question] === undefined).length;
  const before = previousPage(answers, 'check');
  const back = before && addressOf(language, { at: 'question', page: before });
  const submit = async () => {
    await handIn();
    go(addressOf(language, { at: 'done' }));
  };
  return (
    <Frame place={{ at: 'check' }} title={t(($) => $.check.heading)} back={back} chapter="end">
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.check.heading)}
      </h1>
      <p>{t(($) => $.check.intro)}</p>
      {conflicts.length > 0 && (
        <p className={styles.notice}>{t(($) => $.conflict.count, { count: conflicts.length })}</p>
      )}
      {chapters.map((chapter) => (
        <section key={chapter} className={papers.chapter} aria-labelledby={`chapter-${chapter}`}>
          <h2 id={`chapter-${chapter}`}>
            <Picture of={chapter === 'start' ? 'start/chapter' : `start/${chapter}`} />
            {t(($) => $.chapters[chapter])}
          </h2>
          <dl>
            {asked
              .filter((page) => page.chapter === chapter)
              .flatMap((page) =>
                page.ask.map((question) => (
                  <Line
                    key={question}
                    question={question}
                    page={page.id}
                    text={answerText(question, answers[question])}
                  />
                )),
              )}
          </dl>
        </section>
      ))}
      <div className={styles.actions}>
        {open > 0 && <p className={styles.thanks}>{t(($) => $.check.open, { count: open })}</p>}
        <p className={styles.hint}>{t(($) => $.check.handInHint)}</p>
        <button type="button" className={styles.go} onClick={() => void submit()}>
          {t(($) => $.check.handIn)}
        </button>
        <button type="button" className={styles.other} onClick={() => print()}>
          <Picture of="controls/print" className={styles.icon} />
          {t(($) => $.common.print)}
        </button>
      </div>
    </Frame>
  );
}

type LineProps = { question: Question; page: PageId; text: string | undefined };

function Line({ question, page, text }: LineProps) {
  const { t } = useTranslation(['survey', 'common']);
  const language = useLanguage();
  const { folded } = usePhone();
  const { label } = useWording()(question);
  const silent =
    folded.answers[question] === undefined ? t(($) => $.check.notYet) : t(($) => $.check.notSaid);
  return (
    <div className={papers.line}>
      <dt>{label}</dt>
      <dd>
        <bdi className={text === undefined ? papers.silent : papers.said}>{text ?? silent}</bdi>
        <Link to={addressOf(language, { at: 'question', page })} className={papers.change}>
          {t(($) => $.common.change)}
          <span className="unseen"> {label}</span>
        </Link>
      </dd>
      {folded.conflicts.includes(question) && (
        <dd>
          <Conflict question={question} />
        </dd>
      )}
    </div>
  );
}
