import { type FieldId, type FieldTexts, fields } from '@kannwas/catalogue/fields';
import {
  fieldOf,
  type OccupationId,
  type OccupationTexts,
  occupations,
  pictureOfOccupation,
  unitGroupOf,
} from '@kannwas/catalogue/occupations';
import { type SearchIndex, searchIndex, searchOccupations } from '@kannwas/catalogue/search';
import { texts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import type { Question } from '@kannwas/schema/survey/questions';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { Also, Both } from '../beside/Also.tsx';
import { useGiven } from '../form/use-given.ts';
import { useLanguage } from '../frame/use-language.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import styles from '../parts/inputs.module.css';
import { SearchBox } from '../parts/SearchBox.tsx';
import { Speak } from '../sound/Speak.tsx';
import { useMoreWords } from './more-words.ts';

export type KnownOccupations = { labels: OccupationTexts; fieldNames: FieldTexts; index: SearchIndex };

/** Loads the occupations in one language and prepares the search. Throws when they cannot be fetched. */
export async function loadOccupations(language: Language): Promise<KnownOccupations> {
  const [{ default: labels }, { default: fieldNames }] = await Promise.all([
    texts[language].occupations(),
    texts[language].fields(),
  ]);
  return { labels, fieldNames, index: searchIndex(labels) };
}

type Props = {
  question: Question;
  known: KnownOccupations;
  /** Stands below what was found, or was not: the way to say it in one's own words, given what was looked for. */
  ownWords: (typed: string) => ReactNode;
};

/**
 * First the field by its picture, then the work in it; or the search, in the words that people use. Titles are cut
 * differently in other countries, so nobody is asked for one.
 */
export function OccupationList({ question, known, ownWords }: Props) {
  const { t } = useTranslation('survey');
  const { given, change } = useGiven(question);
  const [typed, type] = useState('');
  const [chosen, choose] = useState(() => occupations.find(({ isco }) => isco === given.one)?.id);
  const [field, open] = useState(() => occupations.find(({ id }) => id === chosen)?.field);
  const more = useMoreWords(useLanguage());
  const found = typed.trim() ? more.add(searchOccupations(known.index, typed, 12), typed, 12) : undefined;
  // With nothing found, the pictures are there to look for it another way.
  const ofField = fields.find(({ id }) => id === field)?.occupations;
  const shown = found?.length ? found : ofField;
  const pick = (id: OccupationId) => {
    choose(id);
    change({ one: unitGroupOf(id), declined: false });
  };
  return (
    <>
      <SearchBox
        id={`${question}-search`}
        typed={typed}
        onType={(text) => {
          type(text);
          open(undefined);
        }}
        found={found?.length}
      />
      {found?.length === 0 && ownWords(typed)}
      {!shown && (
        <FieldPictures
          names={known.fieldNames}
          heading={t(($) => $.form.fields)}
          onOpen={open}
          first={`${question}-1`}
        />
      )}
      {shown && shown === ofField && (
        <button type="button" className={styles.more} onClick={() => open(undefined)}>
          <Both of="survey.form.otherField">{t(($) => $.form.otherField)}</Both>
        </button>
      )}
      {shown && (
        <fieldset className={styles.fieldset}>
          <legend className={styles.legend}>
            {t(($) => $.form.occupations)}
            <Also of="survey.form.occupations" />
          </legend>
          {shown.map((id, place) => (
            <Card
              key={id}
              look="small"
              picture={pictureOfOccupation(id)}
              input={{
                type: 'radio',
                name: question,
                id: place === 0 ? `${question}-1` : undefined,
                checked: chosen === id && given.one === unitGroupOf(id),
                onChange: () => pick(id),
              }}
              said={{ key: `occupations.${id}.label`, text: known.labels[id].label }}
            >
              {known.labels[id].label}
              {shown === found && <span className={cards.note}>{known.fieldNames[fieldOf(id)]}</span>}
            </Card>
          ))}
        </fieldset>
      )}
      {shown && !(found?.length === 0) && ownWords(typed)}
      {shown && shown === found && more.there && <p className={cards.note}>{t(($) => $.form.esco)}</p>}
    </>
  );
}

type FieldProps = { names: FieldTexts; heading: string; first: string; onOpen: (field: FieldId) => void };

function FieldPictures({ names, heading, first, onOpen }: FieldProps) {
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>
        {heading}
        <Also of="survey.form.fields" />
      </legend>
      <div className={styles.fields}>
        {fields.map(({ id }, place) => (
          <div key={id} className={styles.fieldPlace}>
            <button
              id={place === 0 ? first : undefined}
              type="button"
              className={styles.field}
              onClick={() => onOpen(id)}
            >
              <Picture of={`fields/${id}`} className={cards.picture} />
              <Both of={`fields.${id}`}>{names[id]}</Both>
            </button>
            <Speak texts={[{ key: `fields.${id}`, text: names[id] }]} look="icon" />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
