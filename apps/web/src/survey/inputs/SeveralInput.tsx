import { inputOf, toggled } from '@kannwas/schema/survey/inputs';
import { pictureFor } from '../../ui/Picture.tsx';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { useSaid } from '../sound/use-said.ts';
import { useOptionText } from '../texts.ts';
import type { InputProps } from './input-props.ts';
import { useGiven } from './use-given.ts';

/** Scripts show themselves. */
const letters: Record<string, string> = {
  latin: 'Aa',
  arabic: 'ابج',
  cyrillic: 'Жж',
  ethiopic: 'ሀለ',
  other: '…',
  none: '–',
};

/** Some of the options, each a card with picture and word. */
export function SeveralInput({ question, chapter }: InputProps) {
  const optionText = useOptionText();
  const said = useSaid();
  const { given, change } = useGiven(question);
  const input = inputOf(question);
  const options = 'options' in input ? input.options : [];
  const toggle = (option: string) => change({ many: toggled(given.many, option), declined: false });
  return (
    <div className={cards.cards}>
      {options.map((option, place) => (
        <Card
          key={option}
          input={{
            type: 'checkbox',
            name: question,
            id: place === 0 ? `${question}-1` : undefined,
            checked: given.many.includes(option),
            onChange: () => toggle(option),
          }}
          picture={pictureFor(chapter, `${question}-${option}`)}
          glyph={question === 'alphabets' ? letters[option] : undefined}
          said={said.option(question, option)}
        >
          {optionText(question, option)}
        </Card>
      ))}
      <Decline question={question} />
    </div>
  );
}
