import { useTranslation } from 'react-i18next';
import { addressOf } from '../address.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Exact } from './Exact.tsx';
import { Found } from './Found.tsx';
import { Known } from './known/Known.tsx';
import { Section } from './Section.tsx';
import { Steps } from './Steps.tsx';
import { Top } from './Top.tsx';

const questions = ['see', 'never', 'safe', 'found', 'known', 'exact', 'stop'] as const;
const seen = ['number', 'topics', 'persons', 'agreed'] as const;
const unseen = ['name', 'answers', 'origin', 'small'] as const;

/** How the numbers of the pool stay safe, for everybody. Written at build time in each language, without any script. */
export function MethodPage() {
  const { t } = useTranslation(['method', 'common']);
  return (
    <div className="page">
      <a href="#main" className="skip">
        {t(($) => $.common.skip)}
      </a>
      <Top />
      <main id="main" className="main">
        <h1>{t(($) => $.heading)}</h1>
        <p>{t(($) => $.lead)}</p>
        <nav aria-label={t(($) => $.contents)} className="contents">
          <ul>
            {questions.map((question) => (
              <li key={question}>
                <a href={`#${question}`}>{t(($) => $[question].heading)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Section id="see" heading={t(($) => $.see.heading)} picture="start/consentPool">
          {seen.map((fact) => (
            <p key={fact}>{t(($) => $.see[fact])}</p>
          ))}
        </Section>
        <Section id="never" heading={t(($) => $.never.heading)} picture="start/noAnswer">
          <ul className="points">
            {unseen.map((fact) => (
              <li key={fact}>{t(($) => $.never[fact])}</li>
            ))}
          </ul>
          <p>{t(($) => $.never.contact)}</p>
        </Section>
        <Section id="safe" heading={t(($) => $.safe.heading)} picture="start/answers">
          <p>{t(($) => $.safe.intro)}</p>
          <Steps />
        </Section>
        <Section id="found" heading={t(($) => $.found.heading)} picture="start/consentStatistics">
          <Found />
        </Section>
        <Known />
        <Section id="exact" heading={t(($) => $.exact.heading)} picture="availability/check">
          <p>{t(($) => $.exact.intro)}</p>
          <Exact />
        </Section>
        <Stop />
      </main>
    </div>
  );
}

/** The way out, in the words that the survey uses for it. */
function Stop() {
  const { t } = useTranslation(['method', 'survey', 'common']);
  const language = useLanguage();
  const words = {
    purpose: t(($) => $.survey.questions.consentPool.label),
    change: t(($) => $.common.change),
    no: t(($) => $.common.no),
  };
  return (
    <Section id="stop" heading={t(($) => $.stop.heading)} picture="start/free">
      <p>{t(($) => $.stop.text)}</p>
      <ol className="steps">
        {(['open', 'change', 'no'] as const).map((step) => (
          <li key={step} className="step">
            <p className="said">{t(($) => $.stop[step], words)}</p>
          </li>
        ))}
      </ol>
      <p>{t(($) => $.stop.next)}</p>
      <a href={addressOf(language, { at: 'welcome' })} className="go">
        {t(($) => $.stop.go)}
      </a>
    </Section>
  );
}
