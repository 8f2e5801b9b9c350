import { type MouseEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import pages from '../pages/pages.module.css';
import papers from '../papers/papers.module.css';
import { usePhone } from '../phone/phone.ts';
import { catchUp } from '../phone/response.ts';
import { Answers } from './Answers.tsx';
import { HowToReach } from './HowToReach.tsx';
import { Looks } from './Looks.tsx';
import styles from './mine.module.css';
import { Purposes } from './Purposes.tsx';
import { Still } from './Still.tsx';
import { TakeAlong } from './TakeAlong.tsx';

/** What is kept about the person, who saw it, what it is used for, and the ways to take it along or to end it. */
export function MyDataPage() {
  const { t } = useTranslation(['mine', 'common', 'survey']);
  const language = useLanguage();
  const { response } = usePhone();
  useEffect(() => {
    // A case worker may have added something in the meantime.
    catchUp().catch(() => undefined);
  }, []);
  return (
    <Frame
      place={{ at: 'my-data' }}
      title={t(($) => $.common.myData)}
      back={addressOf(language, { at: response?.handedIn ? 'check' : 'welcome' })}
    >
      <h1 tabIndex={-1} className={pages.heading}>
        {t(($) => $.common.myData)}
      </h1>
      {response ? (
        <>
          <p>{t(($) => $.lead)}</p>
          <Still />
          <Contents started={response.started} />
          <Answers />
          <Looks />
          <Purposes />
          <HowToReach response={response} />
          {response.started && <TakeAlong response={response} />}
          <section className={papers.chapter} aria-labelledby="mine-erase">
            <h2 id="mine-erase" tabIndex={-1}>
              {t(($) => $.erase.heading)}
            </h2>
            <p className={pages.hint}>{t(($) => $.erase.hint)}</p>
            <Link to={addressOf(language, { at: 'erase' })} className={pages.other}>
              {t(($) => $.erase.begin)}
            </Link>
          </section>
        </>
      ) : (
        <>
          <p>{t(($) => $.answers.none)}</p>
          <Link to={addressOf(language, { at: 'code' })} className={pages.other}>
            {t(($) => $.survey.welcome.haveCode)}
          </Link>
        </>
      )}
    </Frame>
  );
}

const chapters = ['answers', 'looks', 'purposes', 'contact', 'copy', 'erase'] as const;

/** The answers alone may fill many screens; what can be decided is one tap away. */
function Contents({ started }: { started: boolean }) {
  const { t } = useTranslation(['mine', 'common']);
  const goTo = (event: MouseEvent, id: string) => {
    // The address stays as it is: the way back leads to the page before.
    event.preventDefault();
    const heading = document.getElementById(id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav aria-label={t(($) => $.common.myData)}>
      <ul className={styles.contents}>
        {chapters
          .filter((chapter) => chapter !== 'copy' || started)
          .map((chapter) => (
            <li key={chapter}>
              <a href={`#mine-${chapter}`} onClick={(event) => goTo(event, `mine-${chapter}`)}>
                {t(($) => $[chapter].heading)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
