import { languages } from '@kannwas/schema/codes';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { useLanguage } from '../frame/use-language.ts';
import file from './file.module.css';
import { mostWords } from './take-away.ts';
import { WordCard } from './WordCard.tsx';
import { type Word, wordNames } from './words.ts';

type Props = { words: readonly Word[]; onChange: (words: readonly Word[]) => void };

/** Words to be tapped one after another: nobody has to type or to spell. */
export function WordPad({ words, onChange }: Props) {
  const { t } = useTranslation('phone');
  const { locale } = languages[useLanguage()];
  // In the alphabet of the reader, so that a word is found.
  const pad = [...wordNames].sort((one, other) =>
    t(($) => $.words[one]).localeCompare(
      t(($) => $.words[other]),
      locale,
    ),
  );
  return (
    <section aria-labelledby="pad-heading">
      <h2 id="pad-heading">{t(($) => $.file.words)}</h2>
      <p role="status">{t(($) => $.file.so, { chosen: words.length, most: mostWords })}</p>
      <div className={file.bar}>
        <ol className={file.chosen}>
          {words.map((word, place) => (
            <li key={place}>
              <Picture of={`words/${word}`} className={file.picture} />
              <span className="unseen">{t(($) => $.words[word])}</span>
            </li>
          ))}
        </ol>
        {words.length > 0 && (
          <button type="button" className={file.undo} onClick={() => onChange(words.slice(0, -1))}>
            {t(($) => $.file.undo)}
          </button>
        )}
      </div>
      <div id="pad" tabIndex={-1} className={file.grid}>
        {pad.map((word) => (
          <button
            key={word}
            type="button"
            disabled={words.length >= mostWords}
            onClick={() => onChange([...words, word])}
          >
            <WordCard word={word} />
          </button>
        ))}
      </div>
    </section>
  );
}
