import { type Language, languageCodes, languages } from '@kannwas/schema/codes';
import { type MouseEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { writtenIn } from '../../ui/writing.ts';
import frame from '../frame/frame.module.css';
import { useLanguage } from '../frame/use-language.ts';
import { choose, useSecond } from './second.ts';

/** Two people at one phone: the newcomer reads their language, the helper German. One tap, no menu. */
const usual = 'de' satisfies Language;

/** Puts a second language beside the own one: the first tap German, afterwards any, or none. */
export function SecondLanguage() {
  const { t } = useTranslation('survey');
  const own = useLanguage();
  const { language } = useSecond();
  const shown = language === own ? undefined : language;
  const menu = useRef<HTMLDetailsElement>(null);
  // Whoever reads German already says which language helps.
  const atOnce = shown === undefined && languages[own].spoken !== languages[usual].spoken;
  const press = (event: MouseEvent) => {
    if (!atOnce) return;
    event.preventDefault();
    choose(usual);
  };
  const pick = (wanted: Language | undefined) => {
    choose(wanted);
    menu.current?.removeAttribute('open');
    menu.current?.querySelector('summary')?.focus();
  };
  return (
    <details className={frame.languages} ref={menu}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button by itself. */}
      <summary className={frame.tool} onClick={press}>
        <Picture of="controls/second" className={frame.icon} />
        {shown ? (
          <>
            <span className="unseen">{t(($) => $.form.secondLanguage)}: </span>
            <bdi {...writtenIn(shown)}>{languages[shown].name}</bdi>
          </>
        ) : (
          t(($) => $.form.secondLanguage)
        )}
      </summary>
      <ul className={frame.list}>
        {shown && (
          <li>
            <button type="button" className={frame.tool} onClick={() => pick(undefined)}>
              {t(($) => $.form.secondOff)}
            </button>
          </li>
        )}
        {languageCodes
          .filter((code) => code !== own)
          .map((code) => (
            <li key={code}>
              <button
                type="button"
                {...writtenIn(code)}
                className={frame.tool}
                aria-pressed={code === shown}
                onClick={() => pick(code)}
              >
                {languages[code].name}
              </button>
            </li>
          ))}
      </ul>
    </details>
  );
}
