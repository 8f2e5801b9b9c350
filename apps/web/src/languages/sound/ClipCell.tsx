import type { Language } from '@kannwas/schema/codes';
import type { Clip, SpokenText } from '@kannwas/schema/languages';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { Player } from './Player.tsx';
import styles from './sound.module.css';
import { Upload } from './Upload.tsx';
import { useClipActions } from './use-clip-actions.ts';

/** The clips of one text: what people hear, what waits to be listened to, and the way to a new one. */
export function ClipCell({ row, language }: { row: SpokenText; language: Language }) {
  const { t } = useTranslation('languages');
  const { publish, remove, error } = useClipActions(row, language);
  const { draft, published } = row;
  const parts: { state: 'published' | 'draft'; clip: Clip | null }[] = [
    { state: 'published', clip: published },
    { state: 'draft', clip: draft },
  ];
  return (
    <div className={styles.clips}>
      {parts.map(
        ({ state, clip }) =>
          clip && (
            <Player
              // Another recording has to be listened to anew.
              key={`${state} ${clip.sha256}`}
              clip={clip}
              row={row}
              language={language}
              state={state}
              onPublish={state === 'draft' ? () => publish(clip.sha256) : undefined}
              onRemove={() => remove(clip.sha256)}
            />
          ),
      )}
      {row.text !== null && (
        <Upload
          row={row}
          language={language}
          word={draft || published ? t(($) => $.sound.replace) : t(($) => $.sound.upload)}
        />
      )}
      {error && <Problem error={error} />}
    </div>
  );
}
