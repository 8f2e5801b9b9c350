import { readFileSync } from 'node:fs';
import type passport from '@kannwas/catalogue/languages/en/passport.json';
import type { Language } from '@kannwas/schema/codes';
import { findVisit } from '@kannwas/schema/survey/journey';
import type { PageId } from '@kannwas/schema/survey/pages';
import type { Page } from 'playwright-core';

type Said =
  | readonly string[]
  | { year: string; about?: boolean }
  | { text: string }
  | { work: string }
  /** Whatever stands first, where the catalogue decides what that is. */
  | { first: true }
  /** A list that is left as it is. */
  | { list: true };

/** The texts of the survey, as the person sees them. */
export function textsOf(language: Language) {
  const read = (room: string) =>
    JSON.parse(
      readFileSync(
        new URL(`../../packages/catalogue/src/languages/${language}/${room}.json`, import.meta.url),
        'utf8',
      ),
    );
  return {
    common: read('common'),
    survey: read('survey'),
    problems: read('problems'),
    method: read('method'),
    fields: read('fields'),
    steps: read('steps'),
    trust: read('trust'),
    phone: read('phone'),
    mine: read('mine'),
  };
}

/** The words of the passport, as the person sees them. */
export function passportTextsOf(language: Language): typeof passport {
  const file = new URL(`../../packages/catalogue/src/languages/${language}/passport.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8'));
}

const { survey, common } = textsOf('ar');
const option = (question: string, code: string): string => survey.questions[question].options[code];
const { skills } = survey;

/** What Amal says on each page, in Arabic. An empty list means "I cannot or do not want to say". */
export const amal: { readonly [P in PageId]?: Said } = {
  accompaniment: [option('accompaniment', 'alone')],
  'listening-languages': ['العربية', 'الإنجليزية'],
  consent: [common.yes, common.yes, common.yes, common.no, common.yes],
  'how-much': [option('howMuch', 'full')],
  'call-name': { text: 'أمل' },
  'birth-year': { year: '١٩٨٧' },
  gender: [option('gender', 'female')],
  district: ['Hettstedt'],
  'arrival-year': { year: '2022', about: true },
  'right-to-work': [option('rightToWork', 'allowed')],
  'mother-tongue': ['العربية'],
  'mother-tongue-skills': [skills['very-well'], skills['very-well'], skills.well],
  'school-language': ['العربية'],
  'german-speaking': [skills.everyday],
  'german-on-paper': [skills['a-little'], skills['a-little']],
  'german-certificate': ['A2'],
  'english-speaking': [skills.none],
  'other-languages': [survey.form.noOtherLanguages],
  alphabets: [option('alphabets', 'arabic'), option('alphabets', 'latin')],
  'ever-at-school': [option('everAtSchool', 'yes')],
  'education-country': ['سوريا'],
  education: [option('education', 'lower-secondary')],
  'school-years': [option('schoolYears', '7-9')],
  'school-rung': { first: true },
  'school-certificate': [option('schoolCertificate', 'at-home')],
  'trained-any': [option('trainedAny', 'yes')],
  'training-kind': [option('trainingKind', 'on-the-job')],
  'training-field': [option('trainingField', '10')],
  'training-for': { work: 'طباخ' },
  'training-country': ['سوريا'],
  'training-duration': [option('trainingDuration', '1')],
  'training-result': [option('trainingResult', 'without-paper')],
  trainings: { list: true },
  'recognition-applied': [option('recognitionApplied', 'no')],
  'recognition-why-not': [option('recognitionWhyNot', 'dont-know-how')],
  'experience-kind': [option('experienceKind', 'family-business')],
  'experience-occupation': { work: 'طباخ' },
  'experience-duration': [option('experienceDuration', '6-10')],
  'experience-last-year': { year: '2021' },
  'experience-country': ['سوريا'],
  'experience-tasks': { first: true },
  experiences: { list: true },
  task: [option('taskOften', 'often'), option('taskToday', 'with-help')],
  licences: [option('licences', 'B'), option('licences', 'other')],
  'licence-from': [option('licenceFrom', 'elsewhere')],
  machines: [option('machines', 'kitchen')],
  papers: [option('papers', 'none')],
  digital: [option('digital', 'messages'), option('digital', 'search')],
  strengths: [option('strengths', 'reliable'), option('strengths', 'calm')],
  'strength-example': [],
  'wanted-fields': { first: true },
  'self-employment': [option('selfEmployment', 'maybe')],
  'available-for': [option('availableFor', 'work'), option('availableFor', 'language-course')],
  hours: [option('hours', 'part-time')],
  shifts: [option('shifts', 'early'), option('shifts', 'day')],
  mobility: [option('mobility', 'foot')],
  childcare: [option('childcareNeeded', 'yes')],
  consider: [],
  goal: [option('goal', 'my-occupation')],
  'help-most': [option('helpMost', 'language-course')],
};

/** The page of the survey that is open, or the last part of the address; what it is about stands behind a stroke. */
export function pageOf(page: Page): string {
  return new URL(page.url()).pathname.replace(/^\/[\w-]+\/(q\/)?/, '');
}

/** Says what stands in the table to the page that is open, and continues. Returns the next place. */
export async function answerPage(page: Page): Promise<string> {
  const place = pageOf(page);
  const said = amal[place.split('/')[0] as PageId];
  if (!said) throw new Error(`Amal does not know what to say on ${page.url()}`);
  if ('year' in said) {
    await page.locator('input[inputmode=numeric]').fill(said.year);
    if (said.about) await page.getByText(survey.form.about).click();
  } else if ('text' in said) {
    await page.locator('main input[type=text]').fill(said.text);
  } else if ('work' in said) {
    await page.getByRole('searchbox').fill(said.work);
    await page.getByRole('radio').first().check();
  } else if ('first' in said) {
    await page.locator('main form').getByRole('radio').or(page.getByRole('checkbox')).first().check();
  } else if (!('list' in said)) {
    await choose(page, said);
  }
  await page.getByRole('button', { name: common.continue }).click();
  await page.waitForURL((url) => !url.pathname.endsWith(`/${place}`));
  return pageOf(page);
}

/** Several choices on one page belong to its questions in their order; one question takes them all. */
async function choose(page: Page, said: readonly string[]): Promise<void> {
  const groups = page.locator('main form fieldset');
  const oneQuestion = findVisit(pageOf(page).split('/')[0])?.page.ask.length === 1;
  const wanted = said.length > 0 ? said : [survey.form.noAnswer];
  for (const [place, name] of wanted.entries()) {
    const group = groups.nth(oneQuestion ? 0 : place);
    const exactly = { name, exact: true };
    await group.getByRole('radio', exactly).or(group.getByRole('checkbox', exactly)).first().check();
  }
}

/** Turns the answer that waits on this phone into one that cannot be: a district that the town does not have. */
export async function spoilLastAnswer(): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open('kannwas');
    request.onsuccess = () => resolve(request.result);
  });
  const events = db.transaction('events', 'readwrite').objectStore('events');
  await new Promise<void>((resolve) => {
    const all = events.getAll();
    all.onsuccess = () => {
      const last = all.result.find((event) => event.state === 'waiting');
      events.put({ ...last, question: 'district', value: 'nowhere' }).onsuccess = () => resolve();
    };
  });
  db.close();
}
