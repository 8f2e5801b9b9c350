import { toggled } from '@kannwas/schema/survey/inputs';
import type { Question } from '@kannwas/schema/survey/questions';
import type { ComponentProps } from 'react';
import { noOther } from '../form/given.ts';
import { useGiven } from '../form/use-given.ts';
import { useSaid } from '../sound/use-said.ts';
import { Card } from './Card.tsx';

type Look = ComponentProps<typeof Card>;
export type Choice = { code: string; text: string } & Pick<Look, 'picture' | 'glyph' | 'said'>;

type Props = {
  question: Question;
  choices: readonly Choice[];
  look?: Look['look'];
  /** One of them instead of several. */
  one?: boolean;
  /** With so many chosen, the others cannot be. */
  most?: number | undefined;
};

/** A list of which some may be chosen, or one: each a card. */
export function Choices({ question, choices, look, one = false, most = Number.POSITIVE_INFINITY }: Props) {
  const { given, change } = useGiven(question);
  const isChosen = (code: string) => (one ? given.one === code : given.many.includes(code));
  const choose = (code: string) =>
    one
      ? change({ one: code, declined: false })
      : change({ one: undefined, many: toggled(given.many, code), declined: false });
  return choices.map(({ code, text, ...shown }, place) => (
    <Card
      key={code}
      look={look}
      {...shown}
      input={{
        type: one ? 'radio' : 'checkbox',
        name: question,
        id: place === 0 ? `${question}-1` : undefined,
        checked: isChosen(code),
        disabled: given.many.length >= most && !isChosen(code),
        onChange: () => choose(code),
      }}
    >
      {text}
    </Card>
  ));
}

/** That nothing on the list is true is an answer too. */
export function NoneOfThem({
  question,
  word,
}: {
  question: Question;
  word: 'noneOfThese' | 'noOtherLanguages';
}) {
  const { given, change } = useGiven(question);
  const said = useSaid().form(word);
  const isChosen = given.one === noOther;
  return (
    <Card
      look="small"
      said={said}
      input={{
        type: 'checkbox',
        name: `${question}-none`,
        checked: isChosen,
        onChange: () => change({ one: isChosen ? undefined : noOther, many: [], declined: false }),
      }}
    >
      {said.text}
    </Card>
  );
}
