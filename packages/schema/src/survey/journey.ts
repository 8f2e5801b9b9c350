import { entriesOf, isAdded, isRemoved } from './entries.ts';
import { type Group, type Page, staffChapter } from './page.ts';
import { type PageId, pages } from './pages.ts';
import { type Answers, partsOf, type Question, type Slot, said, slotOf } from './questions.ts';

/** A page as a person meets it; where things may be several, for one of them. */
export type Visit = { page: Page & { id: PageId }; entry?: string | undefined };

/** Who is asked: newcomers do not meet the chapter of the case workers. */
export type Asked = 'newcomer' | 'staff';

const all: readonly (Page & { id: PageId })[] = pages;

/** The pages that a person with these answers meets, in order. */
export function askedPages(answers: Answers, who: Asked = 'newcomer'): readonly Visit[] {
  return everyVisit(answers).filter((visit) => isAsked(answers, visit, who));
}

/** What a page asks of a person with these answers. */
export function askedOn({ page, entry }: Visit, answers: Answers): readonly Question[] {
  return page.ask.filter((question) => page.within?.[question]?.(answers, entry) ?? true);
}

/** The questions that a person with these answers meets, in order. */
export function askedSlots(answers: Answers, who: Asked = 'newcomer'): readonly Slot[] {
  return askedPages(answers, who).flatMap((visit) =>
    visit.page.lists ? [] : askedOn(visit, answers).map((question) => slotOf(question, visit.entry)),
  );
}

/** Leaves out answers to questions that are no longer asked. The events stay: a change of mind brings them back. */
export function keepAsked(answers: Answers, who: Asked = 'newcomer'): Answers {
  const asked = new Set<string>([
    ...askedSlots(answers, who),
    ...askedPages(answers, who).flatMap((visit) => saidInstead(visit, answers)),
  ]);
  return Object.fromEntries(Object.entries(answers).filter(([slot]) => asked.has(slot) || isMark(slot)));
}

/** The page after this one, or 'check' at the end. */
export function nextVisit(answers: Answers, from: Visit): Visit | 'check' {
  return neighbour(answers, from, 1) ?? 'check';
}

/** The page before this one; undefined on the first. */
export function previousVisit(answers: Answers, from: Visit | 'check'): Visit | undefined {
  return from === 'check' ? askedPages(answers).at(-1) : neighbour(answers, from, -1);
}

/** What was answered in another way than the page asks, such as said instead of written. */
export function saidInstead({ page, entry }: Visit, answers: Answers): readonly Slot[] {
  const ways = page.instead?.filter((question) => said(answers, question, entry) !== undefined);
  return ways?.map((question) => slotOf(question, entry)) ?? [];
}

/** What was not answered yet, in one way or another. */
export function openSlots(answers: Answers): readonly Slot[] {
  return askedPages(answers)
    .filter((visit) => !visit.page.lists && saidInstead(visit, answers).length === 0)
    .flatMap((visit) => askedOn(visit, answers).map((question) => slotOf(question, visit.entry)))
    .filter((slot) => answers[slot] === undefined);
}

/** Where a returning person goes on: the first page with a question that was never reached, or 'check'. */
export function firstUnreached(answers: Answers): Visit | 'check' {
  const reached = ({ entry }: Visit, question: Question) => answers[slotOf(question, entry)] !== undefined;
  const visit = askedPages(answers).find(
    (asked) =>
      !asked.page.lists &&
      saidInstead(asked, answers).length === 0 &&
      askedOn(asked, answers).some((question) => !reached(asked, question)),
  );
  return visit ?? 'check';
}

const staffQuestions = new Set<Question>(
  all.filter(({ chapter }) => chapter === staffChapter).flatMap(({ ask }) => ask),
);

/** Only case workers answer these; newcomers may read them. */
export const isForStaff = (slot: Slot): boolean => staffQuestions.has(partsOf(slot).question);

/** The page of this name and entry; undefined when there is no such page. */
export function findVisit(id: string | undefined, entry?: string): Visit | undefined {
  const page = all.find((one) => one.id === id);
  return page && (entry === undefined || page.about) ? { page, entry } : undefined;
}

function isAsked(answers: Answers, { page, entry }: Visit, who: Asked): boolean {
  if (page.chapter === staffChapter && who !== 'staff') return false;
  if (page.about && isAdded(page.about) && isRemoved(answers, page.about, entry)) return false;
  if (!(page.onlyIf?.(answers, entry) ?? true)) return false;
  const short = page.full && said(answers, 'howMuch') === 'short';
  // What was said already stays in sight, also of whoever later wants to be quick.
  const touched = page.ask.some((question) => answers[slotOf(question, entry)] !== undefined);
  return !short || touched || saidInstead({ page, entry }, answers).length > 0;
}

/** That something was taken off the list belongs to no page of its own. */
const isMark = (slot: string) => /^\w+Removed\b/.test(slot);

/** Every page for every entry, asked or not; the pages about one entry stand together. */
function everyVisit(answers: Answers, added?: Visit): Visit[] {
  const visits: Visit[] = [];
  for (let at = 0; at < all.length; ) {
    const group = all[at]?.about;
    const end = all.findIndex((page, place) => place > at && page.about !== group);
    const run = all.slice(at, end === -1 ? all.length : end);
    const known = group ? entriesOf(answers, group) : [undefined];
    const isNew = added && group === added.page.about && !known.includes(added.entry);
    const entries = isNew ? inOrder([...known, added.entry], group) : known;
    for (const entry of entries) visits.push(...run.map((page) => ({ page, entry })));
    at += run.length;
  }
  return visits;
}

/** The first thing that was added has no name; the names of the others sort by their age. */
function inOrder(entries: (string | undefined)[], group: Group | undefined): (string | undefined)[] {
  if (!group || !isAdded(group)) return entries;
  // sort() puts undefined last, whatever it is told.
  const named = entries.map((entry) => entry ?? '').sort();
  return named.map((entry) => (entry === '' ? undefined : entry));
}

/** Counts along every visit, so that a page whose condition just fell away still has neighbours. */
function neighbour(answers: Answers, from: Visit, step: 1 | -1): Visit | undefined {
  const visits = everyVisit(answers, from);
  const start = visits.findIndex(({ page, entry }) => page.id === from.page.id && entry === from.entry);
  for (let at = start + step; at >= 0 && at < visits.length; at += step) {
    const visit = visits[at];
    if (visit && isAsked(answers, visit, 'newcomer')) return visit;
  }
  return undefined;
}
