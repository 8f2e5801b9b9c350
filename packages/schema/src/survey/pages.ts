import { type Answers, type Question, said } from './questions.ts';

/** A page of the survey: what it asks, in which chapter, and under which condition. */
export type Page = {
  id: string;
  chapter: Chapter;
  ask: readonly Question[];
  onlyIf?: (answers: Answers) => boolean;
};

export const chapters = ['start', 'person', 'languages', 'work', 'availability'] as const;
export type Chapter = (typeof chapters)[number];

const speaks = (question: 'germanSpeaking' | 'englishSpeaking') => (answers: Answers) =>
  said(answers, question) !== 'none';
const hasExperience = (answers: Answers) => said(answers, 'experienceKind') !== 'none-yet';

/** The order in which everything is asked. */
export const pages = [
  { id: 'accompaniment', chapter: 'start', ask: ['accompaniment'] },
  { id: 'listening-languages', chapter: 'start', ask: ['listeningLanguages'] },
  {
    id: 'consent',
    chapter: 'start',
    ask: ['consentResult', 'consentCounselling', 'consentPool', 'consentStatistics', 'consentContact'],
  },

  { id: 'call-name', chapter: 'person', ask: ['callName'] },
  { id: 'birth-year', chapter: 'person', ask: ['birthYear'] },
  { id: 'gender', chapter: 'person', ask: ['gender'] },
  { id: 'district', chapter: 'person', ask: ['district'] },
  { id: 'arrival-year', chapter: 'person', ask: ['arrivalYear'] },
  { id: 'education-country', chapter: 'person', ask: ['educationCountry'] },
  { id: 'education', chapter: 'person', ask: ['education'] },

  { id: 'mother-tongue', chapter: 'languages', ask: ['motherTongue'] },
  { id: 'mother-tongue-reading', chapter: 'languages', ask: ['motherTongueReading'] },
  { id: 'school-language', chapter: 'languages', ask: ['schoolLanguage'] },
  { id: 'german-speaking', chapter: 'languages', ask: ['germanSpeaking'] },
  {
    id: 'german-on-paper',
    chapter: 'languages',
    ask: ['germanReading', 'germanWriting'],
    onlyIf: speaks('germanSpeaking'),
  },
  {
    id: 'german-certificate',
    chapter: 'languages',
    ask: ['germanCertificate'],
    onlyIf: speaks('germanSpeaking'),
  },
  { id: 'english-speaking', chapter: 'languages', ask: ['englishSpeaking'] },
  {
    id: 'english-on-paper',
    chapter: 'languages',
    ask: ['englishReading', 'englishWriting'],
    onlyIf: speaks('englishSpeaking'),
  },
  { id: 'other-languages', chapter: 'languages', ask: ['otherLanguages'] },
  { id: 'alphabets', chapter: 'languages', ask: ['alphabets'] },

  { id: 'experience-kind', chapter: 'work', ask: ['experienceKind'] },
  { id: 'experience-occupation', chapter: 'work', ask: ['experienceOccupation'], onlyIf: hasExperience },
  { id: 'experience-duration', chapter: 'work', ask: ['experienceDuration'], onlyIf: hasExperience },
  { id: 'experience-last-year', chapter: 'work', ask: ['experienceLastYear'], onlyIf: hasExperience },
  { id: 'experience-country', chapter: 'work', ask: ['experienceCountry'], onlyIf: hasExperience },
  { id: 'licences', chapter: 'work', ask: ['licences'] },

  { id: 'available-for', chapter: 'availability', ask: ['availableFor'] },
  { id: 'hours', chapter: 'availability', ask: ['hours'] },
  { id: 'shifts', chapter: 'availability', ask: ['shifts'] },
  { id: 'mobility', chapter: 'availability', ask: ['mobility'] },
  { id: 'childcare', chapter: 'availability', ask: ['childcareNeeded'] },
  { id: 'consider', chapter: 'availability', ask: ['consider'] },
] as const satisfies readonly Page[];

export type PageId = (typeof pages)[number]['id'];

type Unasked = Exclude<Question, (typeof pages)[number]['ask'][number]>;
/** Does not compile while a question stands on no page: the type then names it. */
export const everyQuestionIsAsked: [Unasked] extends [never] ? true : { nobodyIsAsked: Unasked } = true;
