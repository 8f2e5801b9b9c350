import type { Question } from '@kannwas/schema/survey/questions';
import { useTranslation } from 'react-i18next';
import { useGiven } from '../form/use-given.ts';
import { useSaid } from '../sound/use-said.ts';
import { Card } from './Card.tsx';

/** "I cannot or do not want to say": a quiet card apart, which empties the rest. */
export function Decline({ question }: { question: Question }) {
  const { t } = useTranslation('survey');
  const { given, change } = useGiven(question);
  const said = useSaid();
  return (
    <Card
      look="quiet"
      said={said.noAnswer()}
      input={{
        type: 'checkbox',
        name: `${question}-declined`,
        checked: given.declined,
        onChange: () => change({ one: '', many: [], about: false, declined: !given.declined }),
      }}
    >
      {t(($) => $.form.noAnswer)}
    </Card>
  );
}
