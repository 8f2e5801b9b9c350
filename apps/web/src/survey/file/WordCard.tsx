import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import file from './file.module.css';
import type { Word } from './words.ts';

/** A word with its picture. */
export function WordCard({ word }: { word: Word }) {
  const { t } = useTranslation('phone');
  return (
    <>
      <Picture of={`words/${word}`} className={file.picture} />
      <span>{t(($) => $.words[word])}</span>
    </>
  );
}
