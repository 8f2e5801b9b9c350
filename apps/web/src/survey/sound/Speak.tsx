import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { heard, isAudible, type Said, useHeard } from './heard.ts';
import styles from './sound.module.css';

type Props = {
  /** Read one after another; the first decides whether there is anything to hear. */
  texts: readonly [Said, ...Said[]];
  /** Beside an option there is no room for the word. */
  look?: 'icon' | undefined;
};

/** Reads a text aloud; the second press stops. Not there when nothing can be heard on this phone. */
export function Speak({ texts, look }: Props) {
  const { t } = useTranslation('survey');
  const id = useId();
  const state = useHeard();
  const isPlaying = state.playing === id;
  useEffect(() => () => void (heard().playing === id && stop()), [id]);
  if (!isAudible(state, texts[0])) return null;
  return (
    <button
      type="button"
      className={look ? styles.icon : styles.speak}
      data-sound={isPlaying ? 'on' : 'off'}
      aria-label={isPlaying ? t(($) => $.sound.stop) : t(($) => $.sound.read, { text: texts[0].text })}
      onClick={() => void (isPlaying ? stop() : play(id, texts))}
    >
      <Picture of={isPlaying ? 'controls/stop' : 'controls/speak'} className={styles.picture} />
      {!look && <span>{isPlaying ? t(($) => $.sound.stop) : t(($) => $.sound.word)}</span>}
    </button>
  );
}

// Whoever sees the button has the player already: it found out that there is something to hear.
const stop = async () => (await import('./player.ts')).stop();
const play = async (...what: Parameters<typeof import('./player.ts').play>) =>
  (await import('./player.ts')).play(...what);
