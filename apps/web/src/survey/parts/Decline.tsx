import type { Question } from '@kannwas/schema/survey/questions';
import type { ReactNode } from 'react';
import { useGiven } from '../inputs/use-given.ts';
import { Card } from './Card.tsx';

/** "I cannot or do not want to say": a quiet card apart, which empties the rest. */
export function Decline({ question, children }: { question: Question; children: ReactNode }) {
  const { given, change } = useGiven(question);
  return (
    <Card
      look="quiet"
      input={{
        type: 'checkbox',
        name: `${question}-declined`,
        checked: given.declined,
        onChange: () => change({ one: '', many: [], about: false, declined: !given.declined }),
      }}
    >
      {children}
    </Card>
  );
}
