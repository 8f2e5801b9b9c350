import { firstUnreached } from '@kannwas/schema/survey/journey';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, go, placeOfVisit } from '../address.ts';
import type { Sealed } from '../device/sealing.ts';
import { Frame } from '../frame/Frame.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { ErrorSummary } from '../papers/ErrorSummary.tsx';
import { bringBack } from '../phone/come-back.ts';
import { phone } from '../phone/phone.ts';
import room from './file.module.css';
import { unpack } from './recordings.ts';
import { findLocked, mostWords, unlock } from './take-away.ts';
import { WordPad } from './WordPad.tsx';
import type { Word } from './words.ts';

/** No file of ours is near this; reading a film would take the phone's breath away. */
const mostBytes = 20_000_000;

/** The way back by a file: choose it, tap its words. Works without a network. */
export function FilePage() {
  const { t } = useTranslation(['phone', 'survey', 'common']);
  const language = useLanguage();
  const [name, showName] = useState<string>();
  const [sealed, find] = useState<Sealed>();
  const [words, choose] = useState<readonly Word[]>([]);
  const [error, tell] = useState<string>();
  const [busy, setBusy] = useState(false);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) summary.current?.focus();
  }, [error]);

  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = event.target.files ?? [];
    if (!chosen) return;
    showName(chosen.name);
    const found = findLocked(chosen.size > mostBytes ? '' : await chosen.text());
    const { trouble } = { trouble: undefined, ...found };
    tell(trouble && t(($) => $.file[trouble]));
    find('sealed' in found ? found.sealed : undefined);
    choose([]);
  };
  const open = async () => {
    if (!sealed) return tell(t(($) => $.file.noFile));
    if (words.length < mostWords) return tell(t(($) => $.file.tooFew));
    tell(undefined);
    setBusy(true);
    try {
      const { response, events, recordings } = await unlock(words, sealed);
      await bringBack(response, events);
      await unpack(recordings);
      const { handedIn } = phone().response ?? {};
      const next = firstUnreached(phone().folded.answers);
      go(addressOf(language, placeOfVisit(handedIn || next === 'check' ? 'check' : next)));
    } catch {
      tell(t(($) => $.file.wrong));
      setBusy(false);
    }
  };
  return (
    <Frame place={{ at: 'file' }} title={t(($) => $.file.heading)} back={addressOf(language, { at: 'code' })}>
      {error && <ErrorSummary summary={summary} errors={[{ to: sealed ? 'pad' : 'file', text: error }]} />}
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.file.heading)}
      </h1>
      <div className={room.choosing}>
        <input
          id="file"
          type="file"
          accept=".html,text/html"
          className="unseen"
          aria-describedby="file-hint"
          aria-invalid={error !== undefined && !sealed}
          onChange={(event) => void read(event)}
        />
        <label htmlFor="file" className={styles.other}>
          {t(($) => $.file.choose)}
        </label>
        <p id="file-hint" className={styles.hint}>
          {name ? <bdi>{name}</bdi> : t(($) => $.file.chooseHint)}
        </p>
      </div>
      {sealed && <WordPad words={words} onChange={choose} />}
      <div className={styles.actions}>
        <button type="button" className={styles.go} disabled={busy} onClick={() => void open()}>
          {busy ? t(($) => $.common.opening) : t(($) => $.file.open)}
        </button>
      </div>
    </Frame>
  );
}
