import { fold, wordsOf } from '@kannwas/catalogue/fold';
import { answerProblem } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Both } from '../beside/Also.tsx';
import { useGiven } from '../form/use-given.ts';
import { type Named, useNamed } from '../lists/named.ts';
import { Choices, NoneOfThem } from '../parts/Choices.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import styles from '../parts/inputs.module.css';
import { ListTrouble } from '../parts/ListTrouble.tsx';
import { SearchBox } from '../parts/SearchBox.tsx';
import { useSaid } from '../sound/use-said.ts';
import type { InputProps } from './input-props.ts';

/** One or several of a long list (country, language, district): the most frequent first, the rest by search. */
export function PickInput({ question }: InputProps) {
  const { t } = useTranslation('survey');
  const { given } = useGiven(question);
  const [typed, type] = useState('');
  const [all, showAll] = useState(false);
  const { kind } = inputOf(question);
  const named = useNamed(kind);
  const several = kind === 'languages';
  const said = useSaid();
  // The names of districts are German, and each site has its own.
  const spoken = kind === 'district' ? undefined : kind === 'country' ? 'countries' : 'languages';
  const chosen = several ? given.many : given.one ? [given.one] : [];
  if (named.state !== 'loaded')
    return (
      <ListTrouble loaded={named}>
        <Decline question={question} />
      </ListTrouble>
    );
  const { list, first } = named.value;
  const shown = typed.trim() ? matching(list, typed) : all ? list : usual(list, first, chosen);
  return (
    <div className={cards.cards}>
      {list.length > 12 && (
        <SearchBox
          id={`${question}-search`}
          typed={typed}
          onType={type}
          found={typed.trim() ? shown.length : undefined}
        />
      )}
      <Choices
        question={question}
        look="small"
        one={!several}
        choices={shown.map(({ code, name }) => ({
          code,
          text: name,
          said: spoken && said.name(spoken, { code, name }),
        }))}
      />
      {!typed.trim() && shown.length < list.length && (
        <button type="button" className={styles.more} onClick={() => showAll(true)}>
          <Both of="survey.form.showAll">{t(($) => $.form.showAll)}</Both>
        </button>
      )}
      {several && answerProblem(question, []) === undefined && (
        <NoneOfThem question={question} word="noOtherLanguages" />
      )}
      <Decline question={question} />
    </div>
  );
}

/** A name is found by the beginning of any of its words, however it is spelled; the likelier ones first. */
function matching(list: readonly Named[], typed: string): readonly Named[] {
  const sought = fold(typed.trim());
  const starting = list.filter(({ name }) => fold(name).startsWith(sought));
  const inside = list.filter(
    (named) => !starting.includes(named) && wordsOf(named.name).some((word) => word.startsWith(sought)),
  );
  return [...starting, ...inside].slice(0, 30);
}

/** What most people look for, and what is already chosen. */
function usual(
  list: readonly Named[],
  first: readonly string[],
  chosen: readonly string[],
): readonly Named[] {
  const wanted = [...new Set([...chosen.filter((code) => !first.includes(code)), ...first])];
  if (wanted.length === 0) return list;
  return wanted.flatMap((code) => list.find((named) => named.code === code) ?? []);
}
