import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../../ui/download.ts';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { phone, usePhone } from '../phone/phone.ts';
import { readRoom } from '../rooms.ts';
import { fileName, fileOf, type Letter } from './document.ts';
import file from './file.module.css';
import { packed } from './recordings.ts';
import { lockUp, newWords } from './take-away.ts';
import { WordCard } from './WordCard.tsx';

/** Makes a locked file of everything that was said, for another phone or for the drawer at home. */
export function TakePage() {
  const { t } = useTranslation(['phone', 'common']);
  const language = useLanguage();
  const { response } = usePhone();
  const [words, choose] = useState(newWords);
  const [state, show] = useState<'ready' | 'busy' | 'saved' | 'failed'>('ready');
  useEffect(() => {
    // The letter in the file is for helpers, too.
    readRoom('phone', 'de').catch(() => undefined);
  }, []);
  const save = async () => {
    const { response, events } = phone();
    if (!response) return;
    show('busy');
    try {
      const recordings = await packed(response.responseId);
      const locked = await lockUp(words, { response, events: [...events], recordings });
      const own = letterIn(language);
      const german = language === 'de' ? [] : letterIn('de');
      download(fileOf([...own, ...german], locked), fileName());
      show('saved');
    } catch {
      show('failed');
    }
  };
  return (
    <Frame
      place={{ at: 'take' }}
      title={t(($) => $.take.heading)}
      back={addressOf(language, { at: 'phone' })}
    >
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.take.heading)}
      </h1>
      {response ? (
        <>
          <p>{t(($) => $.take.text)}</p>
          <section className={file.card} aria-labelledby="words">
            <h2 id="words">{t(($) => $.take.words)}</h2>
            <ol className={file.words}>
              {words.map((word, place) => (
                // A word may come twice, and its place is what counts.
                <li key={place} className={file.word}>
                  <WordCard word={word} />
                </li>
              ))}
            </ol>
          </section>
          <p role="status" className={styles.thanks} hidden={state !== 'saved'}>
            {state === 'saved' && t(($) => $.take.saved, { name: fileName() })}
          </p>
          {state === 'failed' && (
            <p role="alert" className={styles.notice}>
              {t(($) => $.take.failed)}
            </p>
          )}
          <div className={styles.actions}>
            <button
              type="button"
              className={styles.go}
              disabled={state === 'busy'}
              onClick={() => void save()}
            >
              <Picture of="controls/save" className={styles.icon} />
              {state === 'busy' ? t(($) => $.common.opening) : t(($) => $.take.save)}
            </button>
            <button type="button" className={styles.other} onClick={() => print()}>
              <Picture of="controls/print" className={styles.icon} />
              {t(($) => $.take.print)}
            </button>
            <button
              type="button"
              className={styles.other}
              onClick={() => {
                choose(newWords());
                show('ready');
              }}
            >
              {t(($) => $.take.otherWords)}
            </button>
          </div>
        </>
      ) : (
        <p>{t(($) => $.take.nothing)}</p>
      )}
    </Frame>
  );
}

/** The letter in a language whose texts are here; without a network the German one may be missing. */
function letterIn(language: 'de' | Letter['language']): Letter[] {
  if (!i18next.hasResourceBundle(language, 'phone')) return [];
  const say = i18next.getFixedT(language, 'phone');
  return [
    {
      language,
      heading: say(($) => $.letter.heading),
      what: say(($) => $.letter.what),
      how: say(($) => $.letter.how, { address: location.host }),
      apart: say(($) => $.letter.apart),
    },
  ];
}
