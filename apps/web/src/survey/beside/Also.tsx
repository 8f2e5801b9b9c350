import type { Language } from '@kannwas/schema/codes';
import type { TextKey } from '@kannwas/schema/languages';
import i18next from 'i18next';
import { type ReactNode, useEffect } from 'react';
import { writtenIn } from '../../ui/writing.ts';
import styles from './beside.module.css';
import { useSecond, want } from './second.ts';

/** What stands in the place of `{{…}}`: a number, or the key of a name in the same language. */
export type Fill = Readonly<Record<string, number | TextKey>>;

type Props = { of: TextKey; fill?: Fill | undefined };

/** A text once more in the second language, below its own; nothing while there is one language only. */
export function Also({ of, fill }: Props) {
  const { language, files } = useSecond();
  const wanted = [of, ...namesIn(fill)].map(fileOf);
  useEffect(() => {
    if (language) wanted.forEach(want);
  }, [language, wanted.join()]);
  if (!language || !wanted.every((file) => files.has(file))) return null;
  const text = textIn(language, of, fill);
  return text === undefined ? null : <InSecond language={language}>{text}</InSecond>;
}

/** A line in the second language: its own voice, direction, and typeface, on the side where the page begins. */
export function InSecond({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <bdi {...writtenIn(language)} className={styles.second}>
      {children}
    </bdi>
  );
}

/** A text and the same in the second language as one piece, where a button would put them side by side. */
export function Both({ of, fill, children }: Props & { children: ReactNode }) {
  return (
    <span className={styles.both}>
      {children}
      <Also of={of} fill={fill} />
    </span>
  );
}

const fileOf = (key: TextKey) => key.slice(0, key.indexOf('.'));
const namesIn = (fill: Fill = {}) => Object.values(fill).filter((value) => typeof value === 'string');

/** The text under a key; undefined where a language has none, such as a hint that German does without. */
function textIn(language: Language, key: TextKey, fill: Fill = {}): string | undefined {
  const file = fileOf(key);
  const values = Object.entries(fill).map(([name, value]) => [
    name,
    typeof value === 'string' ? textIn(language, value) : value,
  ]);
  const { count } = fill;
  const ending =
    typeof count === 'number' ? i18next.services.pluralResolver.getSuffix(language, count, {}) : '';
  const text: unknown = i18next.getResource(language, file, `${key.slice(file.length + 1)}${ending}`);
  if (typeof text !== 'string') return undefined;
  return values.length === 0
    ? text
    : i18next.services.interpolator.interpolate(text, Object.fromEntries(values), language, {});
}
