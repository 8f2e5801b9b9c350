import type { Language } from '@kannwas/schema/codes';
import { askedOn, askedPages, type Visit } from '@kannwas/schema/survey/journey';
import { type Group, type Page, staffChapter } from '@kannwas/schema/survey/page';
import { type PageId, pages } from '@kannwas/schema/survey/pages';
import type { Answers } from '@kannwas/schema/survey/questions';
import { passportTextsOf, textsOf } from '../people.ts';
import type { Place } from './ruler.ts';

/** What a page is about that asks once for each of several things; the first that people add has no name. */
const aboutOne: Partial<Record<Group, string>> = { language: 'tur', task: 'bake-bread-rolls' };

const all: readonly (Page & { id: PageId })[] = pages;
const newcomersPages = all.filter(({ chapter }) => chapter !== staffChapter);

/** Every page of the survey that newcomers can meet, by the list of pages: a new one is measured by itself. */
export const everyPlace = (language: Language): Place[] =>
  newcomersPages.map((page) => placeOf(language, { page, entry: page.about && aboutOne[page.about] }));

/** The pages that somebody with these answers meets, and those that their answers leave out. */
export function answeredPlaces(language: Language, answers: Answers): Place[] {
  const asked = askedPages(answers);
  const left = newcomersPages.filter(({ id }) => !asked.some(({ page }) => page.id === id));
  return [...asked, ...left.map((page) => ({ page }))].map((visit) => placeOf(language, visit));
}

function placeOf(language: Language, visit: Visit): Place {
  const { page, entry } = visit;
  const path = `/${language}/q/${page.id}${entry === undefined ? '' : `/${entry}`}`;
  if (page.lists) return { path, heading: textsOf(language).survey.lists[page.lists].heading };
  return { path, ids: askedOn(visit, {}) };
}

/** What somebody has of their own after the questions, and what they may read: each with its heading. */
export function ownPlaces(language: Language): [at: string, heading: string][] {
  const { common, survey, steps, mine, phone, trust } = textsOf(language);
  return [
    ['my-code', survey.code.heading],
    ['steps', steps.heading],
    ['passport', passportTextsOf(language).page.heading],
    ['my-data', common.myData],
    ['erase', mine.erase.question],
    ['phone', survey.device.link],
    ['take', phone.take.heading],
    ['file', phone.file.heading],
    ['answers', trust.answers.heading],
    ['privacy', trust.privacy.heading],
    ['accessibility', trust.accessibility.heading],
  ];
}
