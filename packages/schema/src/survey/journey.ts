import { type Page, type PageId, pages } from './pages.ts';
import type { Answers, Question } from './questions.ts';

/** The pages that a person with these answers meets, in order. */
export function askedPages(answers: Answers): readonly (Page & { id: PageId })[] {
  const all: readonly (Page & { id: PageId })[] = pages;
  return all.filter((page) => page.onlyIf?.(answers) ?? true);
}

/** The questions that a person with these answers meets, in order. */
export function askedQuestions(answers: Answers): readonly Question[] {
  return askedPages(answers).flatMap((page) => page.ask);
}

/** Leaves out answers to questions that are no longer asked. The events stay: a change of mind brings them back. */
export function keepAsked(answers: Answers): Answers {
  const asked = new Set<string>(askedQuestions(answers));
  return Object.fromEntries(Object.entries(answers).filter(([question]) => asked.has(question)));
}

/** The page after this one, or 'check' at the end. */
export function nextPage(answers: Answers, from: PageId): PageId | 'check' {
  return neighbour(answers, from, 1) ?? 'check';
}

/** The page before this one; undefined on the first. */
export function previousPage(answers: Answers, from: PageId | 'check'): PageId | undefined {
  return from === 'check' ? askedPages(answers).at(-1)?.id : neighbour(answers, from, -1);
}

/** Where a returning person goes on: the first page with a question that was never reached, or 'check'. */
export function firstUnreached(answers: Answers): PageId | 'check' {
  const page = askedPages(answers).find(({ ask }) => ask.some((question) => answers[question] === undefined));
  return page?.id ?? 'check';
}

/** Counts along the full list, so that a page whose condition just fell away still has neighbours. */
function neighbour(answers: Answers, from: PageId, step: 1 | -1): PageId | undefined {
  const asked = new Set(askedPages(answers).map((page) => page.id));
  const start = pages.findIndex((page) => page.id === from);
  for (let at = start + step; at >= 0 && at < pages.length; at += step) {
    const page = pages[at];
    if (page && asked.has(page.id)) return page.id;
  }
  return undefined;
}
