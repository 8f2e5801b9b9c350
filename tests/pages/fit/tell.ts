import type { Language } from '@kannwas/schema/codes';
import { mostEvents } from '@kannwas/schema/survey/endpoints';
import type { NewEvent } from '@kannwas/schema/survey/events';
import { inputOf } from '@kannwas/schema/survey/inputs';
import { askedOn, askedPages } from '@kannwas/schema/survey/journey';
import { type Answers, type Question, slotOf } from '@kannwas/schema/survey/questions';
import { consentVersion } from '@kannwas/schema/survey/questions/kinds';
import { v7 } from 'uuid';
import { expect } from 'vitest';
import { Newcomer } from '../../support/newcomers.ts';
import { textsOf } from '../people.ts';

/** Somebody who says something to every question, and two things to one of them; returns the code and what was said. */
export async function tellEverything(url: string, language: Language) {
  const newcomer = new Newcomer(url, { language });
  const answers = longAnswers(language);
  const said: [string, unknown][] = [...Object.entries(answers), ['birthYear', { year: 1990, about: true }]];
  const events = said.map(
    ([question, value]) =>
      // Slots and what is said to them, as longAnswers made them; the server looks at them once more.
      ({ ...newcomer.event('callName', ''), baseId: null, question, value }) as NewEvent,
  );
  await newcomer.start();
  for (let at = 0; at < events.length; at += mostEvents) {
    const { status, body } = await newcomer.send(...events.slice(at, at + mostEvents));
    expect([status, body]).toMatchObject([200, {}]);
  }
  return { code: newcomer.code, answers };
}

/** What must be said so that everything else is asked. */
const telling: { readonly [Q in Question]?: string } = {
  howMuch: 'full',
  everAtSchool: 'yes',
  trainedAny: 'yes',
  experienceKind: 'family-business',
  recognitionApplied: 'no',
  trainingResult: 'with-paper',
  taskOften: 'often',
  consider: 'no-answer',
};

/** Something to nearly every question, in the longest words there are: two trainings, and work that was taken off the list. */
function longAnswers(language: Language): Answers {
  const [training, experience] = [v7(), v7()];
  const said = new Map<string, unknown>();
  const answers = () => Object.fromEntries(said) as Answers;
  const say = (question: Question, entry: string | undefined) =>
    said.set(slotOf(question, entry), telling[question] ?? longest(language, question));
  say('trainingKind', training);
  say('experienceKind', experience);
  // Each answer may lead to further pages.
  for (let before = -1; before < said.size; ) {
    before = said.size;
    for (const visit of askedPages(answers()).filter(({ page }) => !page.lists)) {
      for (const question of askedOn(visit, answers())) {
        if (!said.has(slotOf(question, visit.entry))) say(question, visit.entry);
      }
    }
  }
  // Also to what is not asked of somebody who says all this: the pages of it are measured too.
  for (const { page, entry } of askedPages({ ...answers(), schoolRung: null, recognitionApplied: 'yes' })) {
    for (const question of page.lists ? [] : page.ask)
      if (!said.has(slotOf(question, entry))) say(question, entry);
  }
  say('experienceOwnWords', undefined);
  said.set(slotOf('experienceRemoved', experience), 'removed');
  return answers();
}

/** Of what can be said to a question the words that need most room. */
function longest(language: Language, question: Question): unknown {
  const { questions, skills } = textsOf(language).survey;
  const input = inputOf(question);
  const words = (option: string): number =>
    (questions[question].options?.[option] ?? skills[option] ?? '').length;
  switch (input.kind) {
    case 'choice':
      return input.options.toSorted((a, b) => words(b) - words(a))[0];
    case 'several':
      return input.options.filter((option) => !/^no(ne|t-now)$/.test(option)).slice(0, input.most);
    case 'cards':
      return ['bake-bread-rolls', 'check-best-before'];
    case 'fields':
      return ['kitchen'];
    case 'rung':
      return 'general/primary';
    case 'languages':
      return ['tur', 'fra', 'prs'];
    case 'language':
      return 'ara';
    case 'country':
      return 'SY';
    case 'district':
      return '15087130';
    case 'occupation':
      return '7512';
    case 'year':
      return { year: 2008, about: true };
    case 'consent':
      return { given: true, version: consentVersion };
    case 'text':
      return 'Elektroinstallationsarbeiten';
    default:
      throw new Error(`Nobody knows what to say to ${question}`);
  }
}
