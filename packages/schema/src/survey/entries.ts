import type { Group } from './page.ts';
import { pages } from './pages.ts';
import { type Answers, partsOf, type Question, type Slot, said, slotOf } from './questions.ts';

/** The mark by which a thing is taken off the list; taking the mark back brings the thing back. */
export const removalMarks = {
  training: 'trainingRemoved',
  experience: 'experienceRemoved',
  document: 'documentRemoved',
} as const satisfies Partial<Record<Group, Question>>;
export type AddedGroup = keyof typeof removalMarks;

const groupByQuestion = new Map<Question, Group>(
  pages.flatMap((page) => {
    const group = 'about' in page ? page.about : 'lists' in page ? page.lists : undefined;
    return group ? page.ask.map((question) => [question, group] as const) : [];
  }),
);

/** The group that a question is about; undefined for questions that are asked once. */
export const groupOf = (question: Question): Group | undefined => groupByQuestion.get(question);

/** Tells whether people add things of this group themselves. */
export const isAdded = (group: Group): group is AddedGroup => group in removalMarks;

/**
 * The entries of a group, in the order in which they came. `undefined` is the first thing that a person adds: it needs
 * no name, so that whoever has one only is asked plain questions.
 */
export function entriesOf(answers: Answers, group: Group): readonly (string | undefined)[] {
  if (group === 'language') return otherLanguages(answers);
  if (group === 'task') return tasks(answers);
  // Ticked on the page of next steps, never asked about.
  if (group === 'step') return [];
  return addedEntries(answers, group).filter((entry) => !isRemoved(answers, group, entry));
}

/** All that was ever added to a group, also what was removed again. */
export function addedEntries(answers: Answers, group: AddedGroup): readonly (string | undefined)[] {
  const named = new Set<string>();
  for (const slot of Object.keys(answers)) {
    // Keys of answers are slots; the type of Object.keys does not say so.
    const { question, entry } = partsOf(slot as Slot);
    if (entry !== undefined && groupOf(question) === group) named.add(entry);
  }
  return [undefined, ...[...named].sort()];
}

/** Tells whether a thing was taken off the list. */
export function isRemoved(answers: Answers, group: AddedGroup, entry: string | undefined): boolean {
  return said(answers, removalMarks[group], entry) === 'removed';
}

/** Asked about by the names of the languages, of which three have pages of their own. */
function otherLanguages(answers: Answers): readonly string[] {
  const own = [said(answers, 'motherTongue'), said(answers, 'schoolLanguage'), 'deu', 'eng'];
  return (said(answers, 'otherLanguages') ?? []).filter((language) => !own.includes(language));
}

/** Each piece of work once, whatever the experience it was ticked in. */
function tasks(answers: Answers): readonly string[] {
  const worked = entriesOf(answers, 'experience').filter(
    (entry) => said(answers, 'experienceKind', entry) !== 'none-yet',
  );
  const ticked = worked.flatMap((entry) => said(answers, 'experienceTasks', entry) ?? []);
  return [...new Set(ticked)];
}

/** Tells whether a slot can hold an answer: an entry only, and only of the right shape, where things are several. */
export function isSlot(slot: Slot): boolean {
  const { question, entry } = partsOf(slot);
  const group = groupOf(question);
  if (entry === undefined) return group === undefined || isAdded(group);
  if (group === undefined) return false;
  return entryShapes[isAdded(group) ? 'added' : group].test(entry) && slot === slotOf(question, entry);
}

const entryShapes = {
  added: /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  language: /^[a-z]{3}$/,
  task: /^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/,
  step: /^[a-z]{2,20}(-[a-z]{2,20})?(-\d{4})?$/,
} as const satisfies Record<Exclude<Group, AddedGroup> | 'added', RegExp>;
