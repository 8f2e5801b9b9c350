import type { Language } from '@kannwas/schema/codes';
import { type Clip, languagesEndpoints, type SpokenText } from '@kannwas/schema/languages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../app/call.ts';
import { useSite } from '../../app/session.ts';
import { dayOf } from '../../ui/desk/dates.ts';
import { Confirm } from '../../ui/desk/form/Confirm.tsx';
import { hasChanged } from './rows.ts';
import styles from './sound.module.css';

type Props = {
  clip: Clip;
  row: SpokenText;
  language: Language;
  state: 'draft' | 'published';
  onPublish: (() => void) | undefined;
  onRemove: () => void;
};

/** One clip, and what can be done with it. A draft is published by whoever has listened to it, to the end. */
export function Player({ clip, row, language, state, onPublish, onRemove }: Props) {
  const { t, i18n } = useTranslation('languages');
  const { id: siteId } = useSite();
  const [heard, setHeard] = useState(false);
  const [removing, setRemoving] = useState(false);
  const text = row.german ?? row.key;
  const word = t(($) => $.sound[state]);
  const params = { siteId, language, textKey: row.key, sha256: clip.sha256 };
  const day = dayOf(clip.uploadedAt, i18n.language);
  return (
    <div className={styles.clip}>
      <p>
        <strong>{word}</strong>{' '}
        <small className={styles.by}>
          {clip.uploadedBy ? t(($) => $.sound.by, { name: clip.uploadedBy, day }) : day}
        </small>
      </p>
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand in the same row. */}
      <audio
        controls
        preload="none"
        src={addressOf(languagesEndpoints.hearClip, { params })}
        aria-label={t(($) => $.sound.player, { state: word, text })}
        onEnded={() => setHeard(true)}
      />
      {hasChanged(row, clip) && <p className={styles.warn}>{t(($) => $.sound.changed, clip)}</p>}
      {onPublish && !heard && <p className={styles.by}>{t(($) => $.sound.listenFirst)}</p>}
      <div className={styles.actions}>
        {onPublish && (
          <button
            type="button"
            className="go"
            disabled={!heard}
            aria-label={t(($) => $.sound.publishOne, { text })}
            onClick={onPublish}
          >
            {t(($) => $.sound.publish)}
          </button>
        )}
        <button
          type="button"
          aria-label={t(($) => $.sound.removeOne, { state: word, text })}
          onClick={() => setRemoving(true)}
        >
          {t(($) => $.sound.remove)}
        </button>
      </div>
      {removing && (
        <Confirm
          question={t(($) => $.sound.removeQuestion, { text })}
          yes={t(($) => $.sound.remove)}
          onYes={() => {
            setRemoving(false);
            onRemove();
          }}
          onNo={() => setRemoving(false)}
        />
      )}
    </div>
  );
}
