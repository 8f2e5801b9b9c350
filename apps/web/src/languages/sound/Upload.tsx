import type { Language } from '@kannwas/schema/codes';
import type { SpokenText } from '@kannwas/schema/languages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSite } from '../../app/session.ts';
import { refusedFields } from '../../ui/desk/form/field-errors.ts';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { clipsQuery } from './queries.ts';
import { uploadClip } from './send-clip.ts';
import styles from './sound.module.css';

const reasons = ['tooLarge', 'notSound', 'tooShort', 'tooLong'] as const;

type Props = { row: SpokenText; language: Language; word: string };

/** Takes a file for a text, shows how far it is, and says what is wrong with it and what to do. */
export function Upload({ row, language, word }: Props) {
  const { t } = useTranslation('languages');
  const id = useId();
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const [share, setShare] = useState(0);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (file: File) => uploadClip({ siteId, language, textKey: row.key }, file, setShare),
    onMutate: () => setShare(0),
    onSettled: () => client.invalidateQueries(clipsQuery(siteId, language)),
  });
  const text = row.german ?? row.key;
  const code = error ? refusedFields(error).find(({ path }) => path === 'file')?.code : undefined;
  const reason = reasons.find((one) => one === code);
  const isNew = !row.draft && !row.published;
  return (
    <div className={styles.upload}>
      <input
        id={id}
        type="file"
        accept=".opus,.ogg,.oga,.webm,.mp3,.wav,audio/ogg,audio/webm,audio/mpeg,audio/wav"
        className="unseen"
        disabled={isPending}
        aria-label={isNew ? t(($) => $.sound.uploadOne, { text }) : t(($) => $.sound.replaceOne, { text })}
        aria-describedby={`${id}-formats${reason ? ` ${id}-error` : ''}`}
        aria-invalid={reason ? true : undefined}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) mutate(file);
          // The same file can be chosen again after a mistake.
          target.value = '';
        }}
      />
      <label htmlFor={id}>{word}</label>
      <small id={`${id}-formats`} hidden>
        {t(($) => $.sound.formats)}
      </small>
      {isPending && <progress value={share} aria-label={t(($) => $.sound.uploading, { text })} />}
      {reason && (
        <p id={`${id}-error`} className={styles.error} role="alert">
          {t(($) => $.sound.errors[reason])}
        </p>
      )}
      {error && !reason && <Problem error={error} />}
    </div>
  );
}
