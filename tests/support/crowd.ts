import type { Db } from '@kannwas/api/db/database';
import { saveResponses } from '@kannwas/api/demo/store';
import { fold } from '@kannwas/schema/survey/fold';
import type { Answer, Answers, Question } from '@kannwas/schema/survey/questions';
import { v7 } from 'uuid';

/**
 * So many people who answered the same and handed in, all at once: where a story needs hundreds, their way through the
 * survey is another story's.
 * @returns the ids of their responses
 */
export function moveIn(db: Db, people: number, answers: Answers, siteId = 'hettstedt'): Promise<string[]> {
  return moveInEach(
    db,
    Array.from({ length: people }, () => answers),
    siteId,
  );
}

/** As `moveIn`, where everybody gave answers of their own. */
export async function moveInEach(db: Db, everybody: readonly Answers[], siteId: string): Promise<string[]> {
  const now = new Date();
  const responses = everybody.map((answers) => {
    const events = Object.entries(answers).map(([question, value]) => ({
      id: v7(),
      question: question as Question,
      value: value as Answer,
      baseId: null,
      settles: [],
      manner: 'self' as const,
      language: 'ar' as const,
      author: null,
      recordedAt: now.toISOString(),
    }));
    return {
      responseId: v7(),
      language: 'ar' as const,
      status: 'submitted' as const,
      startedAt: now,
      changedAt: now,
      submittedAt: now,
      receipt: '00000000',
      events,
      folded: fold(events),
    };
  });
  for (let first = 0; first < responses.length; first += 250) {
    await saveResponses(db, siteId, responses.slice(first, first + 250));
  }
  return responses.map(({ responseId }) => responseId);
}
