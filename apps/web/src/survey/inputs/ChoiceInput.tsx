import { inputOf } from '@kannwas/schema/survey/inputs';
import { noAnswer } from '@kannwas/schema/survey/questions';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { pictureFor } from '../../ui/Picture.tsx';
import type { Fields } from '../form/fields.ts';
import { stepOf } from '../form/scales.ts';
import { Card } from '../parts/Card.tsx';
import cards from '../parts/cards.module.css';
import { useSaid } from '../sound/use-said.ts';
import { useOptionText } from '../texts.ts';
import type { InputProps } from './input-props.ts';

/** One of some options, each a card with picture and word. */
export function ChoiceInput({ question, chapter }: InputProps) {
  const { t } = useTranslation('survey');
  const { register } = useFormContext<Fields>();
  const optionText = useOptionText();
  const said = useSaid();
  const input = inputOf(question);
  const options = 'options' in input ? input.options : [];
  const field = register(`${question}.one`);
  return (
    <div className={cards.cards}>
      {options.map((option, place) => {
        const picture = pictureFor(chapter, `${question}-${option}`);
        return (
          <Card
            key={option}
            input={{ ...field, type: 'radio', value: option, id: place === 0 ? `${question}-1` : undefined }}
            picture={picture}
            level={picture ? undefined : stepOf(question, option)}
            said={said.option(question, option)}
          >
            {optionText(question, option)}
          </Card>
        );
      })}
      <Card input={{ ...field, type: 'radio', value: noAnswer }} look="quiet" said={said.noAnswer()}>
        {t(($) => $.form.noAnswer)}
      </Card>
    </div>
  );
}

/** Yes or no to one purpose; nothing is preselected. */
export function ConsentInput({ question }: InputProps) {
  const { t } = useTranslation(['common', 'survey']);
  const { register } = useFormContext<Fields>();
  const said = useSaid();
  const field = register(`${question}.one`);
  return (
    <>
      <div className={cards.row}>
        <Card
          input={{ ...field, type: 'radio', value: 'yes', id: `${question}-1` }}
          look="small"
          said={said.yes()}
        >
          {t(($) => $.yes)}
        </Card>
        <Card input={{ ...field, type: 'radio', value: 'no' }} look="small" said={said.no()}>
          {t(($) => $.no)}
        </Card>
      </div>
      <Card input={{ ...field, type: 'radio', value: noAnswer }} look="quiet" said={said.consentNoAnswer()}>
        {t(($) => $.survey.form.consentNoAnswer)}
      </Card>
    </>
  );
}
