import type { Language } from '@kannwas/schema/codes';
import type { Response } from '@kannwas/schema/survey/endpoints';
import type { NewEvent } from '@kannwas/schema/survey/events';
import { useRef, useState } from 'react';
import { type Completed, eventOf, useAddEvent } from './queries.ts';
import type { Row } from './rows.ts';

/** Saves a completed answer as an event of its own, and can take it back by one more. */
export function useSaving(
  { siteId, responseId }: Response,
  row: Pick<Row, 'slot' | 'heads' | 'conflict'>,
  language: Language,
) {
  const add = useAddEvent(siteId, responseId);
  const [saved, setSaved] = useState<'saved' | 'undone'>();
  const [before, setBefore] = useState<NewEvent['value']>();
  // A repeated attempt sends the same event again, so that a lost answer of the server doubles nothing.
  const attempt = useRef<{ key: string; event: NewEvent }>(undefined);

  const save = (completed: Completed, onSaved?: () => void) => {
    if (add.isPending) return;
    const key = JSON.stringify([completed, row.heads.map(({ id }) => id)]);
    const event = attempt.current?.key === key ? attempt.current.event : eventOf(row, completed, language);
    attempt.current = { key, event };
    // A decision on a conflict has no single answer to go back to.
    const stood = row.conflict ? undefined : (row.heads[0]?.value ?? null);
    const onSuccess = () => {
      setBefore(stood);
      setSaved('saved');
      onSaved?.();
    };
    add.mutate(event, { onSuccess });
  };
  const undo = () => {
    if (before === undefined || add.isPending) return;
    const event = eventOf(row, { value: before, manner: 'case-worker' }, language);
    add.mutate(event, { onSuccess: () => setSaved('undone') });
  };
  return {
    save,
    saving: add.isPending,
    saved,
    undo: before === undefined ? undefined : undo,
    error: add.error,
  };
}
