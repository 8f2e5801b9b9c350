import { dimensionsOf, grammarBounds, listedCodes, type PoolDimension } from '@kannwas/schema/pool/grammar';
import { type SyntheticEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { OccupationPart } from '../occupation/OccupationPart.tsx';
import { Part } from './Part.tsx';
import { inOrder } from './places.ts';
import styles from './question.module.css';
import { boundOf, conditionsOf, spreadOf, textOf, withCondition } from './question.ts';
import { SpreadChoice } from './SpreadChoice.tsx';
import { usePoolWords } from './words.ts';

type Listed = keyof typeof listedCodes;
type Props = { question: PoolSearch; onAsk: (question: PoolSearch) => void };

/**
 * The question as a sentence whose parts can be chosen. It is asked on a press and not on each choice: every new
 * question counts, and a list that is walked through by keyboard would ask them all.
 */
export function Question({ question, onAsk }: Props) {
  const { t } = useTranslation('pool');
  const { codeName } = usePoolWords();
  const [asked, setAsked] = useState(question);
  const [draft, setDraft] = useState(question);
  if (textOf(asked) !== textOf(question)) {
    setAsked(question);
    setDraft(question);
  }
  const bound = boundOf(draft);
  const full = dimensionsOf(conditionsOf(draft), spreadOf(draft)).length >= grammarBounds.dimensions;
  const choose = (dimension: PoolDimension) => (code: string | undefined) =>
    setDraft(withCondition(draft, dimension, code));
  const boundWith = (dimension: PoolDimension, code: string) =>
    draft[dimension] === code ? undefined : boundOf(withCondition(draft, dimension, code));
  const listed = (dimension: Listed) => (
    <Part
      className={styles.part}
      label={t(($) => $.dimensions[dimension])}
      any={t(($) => $.any[dimension])}
      options={listedCodes[dimension].map((code) => ({
        code,
        name: codeName(dimension, code),
        bound: boundWith(dimension, code),
      }))}
      value={draft[dimension]}
      onChoose={choose(dimension)}
    />
  );
  const noOccupation = draft.occupation === undefined ? boundWith('occupation', '1') : undefined;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (bound === undefined) onAsk(draft);
  };

  return (
    <form className={styles.question} onSubmit={submit}>
      <fieldset>
        <legend className="unseen">{t(($) => $.question.legend)}</legend>
        <div className={styles.sentence}>
          <span>{t(($) => $.question.begin)}</span>{' '}
          <OccupationPart
            className={styles.part}
            chosen={draft.occupation}
            blocked={noOccupation && t(($) => $.bounds[noOccupation])}
            onChoose={choose('occupation')}
          />{' '}
          <span>{t(($) => $.question.in)}</span>{' '}
          <PlacePart
            value={draft.place}
            boundOf={(code) => boundWith('place', code)}
            onChoose={choose('place')}
          />{' '}
          <span>{t(($) => $.question.with)}</span> {listed('german')}
          {', '}
          {listed('availability')}
        </div>
        <p className={styles.further}>
          {furtherOf(draft).map((dimension) => (
            <span key={dimension}>
              {t(($) => $.dimensions[dimension])} {listed(dimension)}
            </span>
          ))}
        </p>
      </fieldset>
      <SpreadChoice question={draft} onChange={setDraft} />
      {(bound || full) && (
        <p className={bound ? styles.wrong : styles.full} role="status">
          {t(($) => $.bounds[bound ?? 'tooManyDimensions'])}
        </p>
      )}
      <p className={styles.actions}>
        <button type="submit" className="primary" aria-disabled={bound !== undefined}>
          {t(($) => $.question.ask)}
        </button>
        <button type="button" onClick={() => setDraft({})}>
          {t(($) => $.question.reset)}
        </button>
        {textOf(draft) !== textOf(question) && (
          <span className={styles.waiting}>{t(($) => $.question.waiting)}</span>
        )}
      </p>
    </form>
  );
}

/** Whom employers may not choose by, they are not offered; a question that came with it shows it. */
const furtherOf = ({ gender, age }: PoolSearch): Listed[] => [
  'education',
  'experience',
  'licence',
  ...(gender ? ['gender' as const] : []),
  ...(age ? ['age' as const] : []),
];

type PlaceProps = {
  value: string | undefined;
  boundOf: (code: string) => ReturnType<typeof boundOf>;
  onChoose: (code: string | undefined) => void;
};

function PlacePart({ value, boundOf: boundAt, onChoose }: PlaceProps) {
  const { t } = useTranslation('pool');
  const { places, codeName } = usePoolWords();
  const site = useSite();
  const nameOf = (code: string) => codeName('place', code);
  const options = inOrder(places, nameOf).map(({ code, depth }) => ({
    code,
    name: '\u2003'.repeat(depth) + nameOf(code),
    bound: boundAt(code),
  }));
  // A place of an older address stays to be seen until another one is chosen.
  const known = value === undefined || options.some(({ code }) => code === value);
  if (known && options.length === 0) return <strong>{site.name}</strong>;
  return (
    <Part
      className={styles.part}
      label={t(($) => $.dimensions.place)}
      any={t(($) => $.any.place)}
      options={known ? options : [...options, { code: value, name: nameOf(value) }]}
      value={value}
      onChoose={onChoose}
    />
  );
}
