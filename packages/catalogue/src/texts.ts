import { type Language, languageCodes } from '@kannwas/schema/codes';
import type { CardTexts } from './cards.ts';
import type { FieldTexts } from './fields.ts';
import type { RecognitionTexts } from './germany/recognition.ts';
import type method from './languages/en/method.json';
import type mine from './languages/en/mine.json';
import type passport from './languages/en/passport.json';
import type phone from './languages/en/phone.json';
import type survey from './languages/en/survey.json';
import type trust from './languages/en/trust.json';
import type { NameTexts } from './names.ts';
import type { GroupTexts, OccupationTexts } from './occupations.ts';
import type { EducationTexts } from './schooling/education.ts';
import type { LadderTexts } from './schooling/ladders.ts';
import type { StepTexts } from './steps/step.ts';

/** What happens with answers, and the pages on data protection and accessibility. */
export type TrustTexts = typeof trust;
/** The page of the skills passport, what is printed on it, and the page that checks it. */
export type PassportTexts = typeof passport;
/** What is said about the phone itself: whose it is, files to take along, being without a network. */
export type PhoneTexts = typeof phone;
/** The pages about one's own data. */
export type MineTexts = typeof mine;

type Loaded<Texts> = Promise<{ readonly default: Texts }>;
type Load<Texts> = () => Loaded<Texts>;

/** Loads one kind of texts in one language; a phone fetches only what its language and page need. */
export type CatalogueTexts = {
  readonly occupations: Load<OccupationTexts>;
  readonly fields: Load<FieldTexts>;
  readonly cards: Load<CardTexts>;
  readonly groups: Load<GroupTexts>;
  readonly names: Load<NameTexts>;
  readonly ladders: Load<LadderTexts>;
  readonly education: Load<EducationTexts>;
  readonly recognition: Load<RecognitionTexts>;
  readonly steps: Load<StepTexts>;
  readonly trust: Load<TrustTexts>;
  readonly passport: Load<PassportTexts>;
  readonly phone: Load<PhoneTexts>;
  readonly mine: Load<MineTexts>;
};

// A bundler follows a path in which only the folder of the language is open: each kind is written out.
const textsIn = (language: Language): CatalogueTexts => ({
  occupations: () => import(`./languages/${language}/occupations.json`, { with: { type: 'json' } }),
  fields: () => import(`./languages/${language}/fields.json`, { with: { type: 'json' } }),
  cards: () => import(`./languages/${language}/cards.json`, { with: { type: 'json' } }),
  groups: () => import(`./languages/${language}/groups.json`, { with: { type: 'json' } }),
  names: () => import(`./languages/${language}/names.json`, { with: { type: 'json' } }),
  ladders: () => import(`./languages/${language}/ladders.json`, { with: { type: 'json' } }),
  education: () => import(`./languages/${language}/education.json`, { with: { type: 'json' } }),
  recognition: () => import(`./languages/${language}/recognition.json`, { with: { type: 'json' } }),
  steps: () => import(`./languages/${language}/steps.json`, { with: { type: 'json' } }),
  trust: () => import(`./languages/${language}/trust.json`, { with: { type: 'json' } }),
  passport: () => import(`./languages/${language}/passport.json`, { with: { type: 'json' } }),
  phone: () => import(`./languages/${language}/phone.json`, { with: { type: 'json' } }),
  mine: () => import(`./languages/${language}/mine.json`, { with: { type: 'json' } }),
});

/** The texts of the catalogue by language. That none is missing and none has other keys than English, tests see to. */
export const texts = Object.fromEntries(
  languageCodes.map((language) => [language, textsIn(language)]),
) as Readonly<Record<Language, CatalogueTexts>>;

/** The words of questions, options, and pages, as the newcomer reads them. */
export function surveyTexts(language: Language): Loaded<typeof survey> {
  return import(`./languages/${language}/survey.json`, { with: { type: 'json' } });
}

/** The page on how numbers stay safe; apart, so that no phone ever loads it as script. */
export function methodTexts(language: Language): Loaded<typeof method> {
  return import(`./languages/${language}/method.json`, { with: { type: 'json' } });
}
