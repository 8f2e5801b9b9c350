import { findVisit } from '@kannwas/schema/survey/journey';
import type { Page } from '@kannwas/schema/survey/page';
import { pages } from '@kannwas/schema/survey/pages';
import { partsOf, type Question, type Slot } from '@kannwas/schema/survey/questions';
import type { KeptEvent } from '../phone/database.ts';

/** What was said to a question: what stands now, and what stood before. */
export type Told = {
  slot: Slot;
  question: Question;
  entry: string | undefined;
  page: Page;
  now: KeptEvent[];
  earlier: KeptEvent[];
};

const all: readonly Page[] = pages;

/**
 * Everything that was ever said, in the order in which it is asked; consents have a place of their own.
 * @param heads by slot the events that stand
 */
export function toldIn(events: readonly KeptEvent[], heads: { [S in Slot]?: string[] }): Told[] {
  const bySlot = new Map<Slot, KeptEvent[]>();
  for (const event of events) bySlot.set(event.question, [...(bySlot.get(event.question) ?? []), event]);
  const told = [...bySlot].flatMap(([slot, ofSlot]) => {
    const { question, entry } = partsOf(slot);
    const page = all.find(({ ask, instead }) => ask.includes(question) || instead?.includes(question));
    if (!page || question.startsWith('consent')) return [];
    const standing = heads[slot] ?? [];
    const newestFirst = [...ofSlot].sort((one, other) => (one.id < other.id ? 1 : -1));
    return [
      {
        slot,
        question,
        entry,
        page,
        now: newestFirst.filter(({ id }) => standing.includes(id)),
        earlier: newestFirst.filter(({ id }) => !standing.includes(id)),
      },
    ];
  });
  return told.sort((one, other) => all.indexOf(one.page) - all.indexOf(other.page));
}

/** Where an answer can be changed; what case workers wrote down is theirs. */
export function changeableAt({ page, entry }: Told) {
  return page.chapter === 'interview' ? undefined : findVisit(page.id, entry);
}
