import { createHash } from 'node:crypto';
import {
  leastMilliseconds,
  mostBytes,
  mostMilliseconds,
  type PublishedClip,
  type SpokenText,
  type TextKey,
} from '@kannwas/schema/languages';
import { ProblemError } from '../problem.ts';
import { soundOf } from './sound/sound.ts';
import type { KeptClip, Recording } from './store.ts';

/** The texts of a language that are read aloud, by their keys. */
type Texts = ReadonlyMap<TextKey, string>;

/** Looks into an uploaded file. @throws ProblemError invalid, naming the field `file` and what is wrong with it */
export function readRecording(bytes: Uint8Array): Omit<Recording, 'words'> {
  const refuse = (code: string) => new ProblemError('invalid', [{ path: 'file', code }]);
  if (bytes.byteLength > mostBytes) throw refuse('tooLarge');
  const sound = soundOf(bytes);
  if (!sound) throw refuse('notSound');
  if (sound.milliseconds < leastMilliseconds) throw refuse('tooShort');
  if (sound.milliseconds > mostMilliseconds) throw refuse('tooLong');
  return { ...sound, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Every text with its German and its clips; clips whose text is gone come last. */
export function tableOf(texts: Texts, german: Texts, clips: readonly KeptClip[]): SpokenText[] {
  const gone = clips.map(({ textKey }) => textKey).filter((key) => !texts.has(key));
  const clipOf = (key: TextKey, state: KeptClip['state']) =>
    clips.find((kept) => kept.textKey === key && kept.state === state)?.clip ?? null;
  return [...new Set([...texts.keys(), ...gone])].map((key) => ({
    key,
    text: texts.get(key) ?? null,
    german: german.get(key) ?? null,
    draft: clipOf(key, 'draft'),
    published: clipOf(key, 'published'),
  }));
}

/** The clips that people hear. One that says other words than the page shows now would mislead: it stays silent. */
export function audible(
  texts: Texts,
  published: readonly { textKey: TextKey; words: string; clip: PublishedClip }[],
): Record<TextKey, PublishedClip> {
  const current = published.filter(({ textKey, words }) => texts.get(textKey) === words);
  return Object.fromEntries(current.map(({ textKey, clip }) => [textKey, clip]));
}
