import { inputOf } from '@kannwas/schema/survey/inputs';
import { pictureFor } from '../../ui/Picture.tsx';
import { Choices } from '../parts/Choices.tsx';
import cards from '../parts/cards.module.css';
import { Decline } from '../parts/Decline.tsx';
import { useSaid } from '../sound/use-said.ts';
import { useOptionText } from '../texts.ts';
import type { InputProps } from './input-props.ts';

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
  const input = inputOf(question);
  const options = 'options' in input ? input.options : [];
  const choices = options.map((option) => ({
    code: option,
    text: optionText(question, option),
    picture: pictureFor(chapter, `${question}-${option}`),
    glyph: question === 'alphabets' ? letters[option] : undefined,
    said: said.option(question, option),
  }));
  return (
    <div className={cards.cards}>
      <Choices question={question} choices={choices} />
      <Decline question={question} />
    </div>
  );
}
