import type { Language } from '@kannwas/schema/codes';
import { interviewsEndpoints } from '@kannwas/schema/interviews';
import type { Manner, NewEvent } from '@kannwas/schema/survey/events';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { call } from '../../app/call.ts';
import type { Row } from './rows.ts';

export const interviewQuery = (siteId: string, responseId: string) =>
  queryOptions({
    queryKey: ['interview', siteId, responseId],
    queryFn: ({ signal }) => call(interviewsEndpoints.read, { params: { siteId, responseId }, signal }),
    // Nothing of a person stays in memory once nobody looks at it.
    gcTime: 0,
  });

export type Completed = { value: NewEvent['value']; manner: Manner };

/** Makes the event that completes or decides an answer: it names every head that was seen. */
export function eventOf(
  { slot, heads }: Pick<Row, 'slot' | 'heads'>,
  { value, manner }: Completed,
  language: Language,
): NewEvent {
  const [base, ...others] = heads.map(({ id }) => id);
  return {
    id: v7(),
    question: slot,
    value,
    baseId: base ?? null,
    settles: others,
    manner,
    language,
    recordedAt: new Date().toISOString(),
  };
}

/** Adds an event beside what stands there. The same event sent twice is kept once. */
export function useAddEvent(siteId: string, responseId: string) {
  const client = useQueryClient();
  return useMutation({
    gcTime: 0,
    mutationFn: (event: NewEvent) =>
      call(interviewsEndpoints.answer, { params: { siteId, responseId }, body: { events: [event] } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries(interviewQuery(siteId, responseId)),
        client.invalidateQueries({ queryKey: ['caseload', siteId], refetchType: 'none' }),
      ]),
  });
}
