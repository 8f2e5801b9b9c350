import type { Condition, Page } from './page.ts';
import { type Answers, noAnswer, type Question, said, slotOf } from './questions.ts';

const speaks = (question: 'germanSpeaking' | 'englishSpeaking') => (answers: Answers) =>
  said(answers, question) !== 'none';
const otherSchoolLanguage = (answers: Answers) => {
  const language = said(answers, 'schoolLanguage');
  return language !== undefined && ![said(answers, 'motherTongue'), 'deu', 'eng'].includes(language);
};
const atSchool = (answers: Answers) => said(answers, 'everAtSchool') !== 'no';
const trained = (answers: Answers) => said(answers, 'trainedAny') === 'yes';
const applied = (how: 'yes' | 'no') => (answers: Answers) =>
  trained(answers) && said(answers, 'recognitionApplied') === how;
const hasExperience: Condition = (answers, entry) => said(answers, 'experienceKind', entry) !== 'none-yet';
// Whoever took the first off the list may have others.
const worked = (answers: Answers) =>
  said(answers, 'experienceRemoved') === 'removed' || hasExperience(answers);
const inOwnWords: Condition = (answers, entry) =>
  hasExperience(answers, entry) && answers[slotOf('experienceOccupation', entry)] === noAnswer;
const withPaper: Condition = (answers, entry) =>
  trained(answers) && said(answers, 'trainingResult', entry) === 'with-paper';
// The ladder of a country says it better.
const notOnLadder = (answers: Answers) => atSchool(answers) && said(answers, 'schoolRung') === undefined;
const hasLicence = (answers: Answers) =>
  said(answers, 'licences')?.some((licence) => licence !== 'none') ?? false;

const training = { chapter: 'school', about: 'training', full: true } as const;
const experience = { chapter: 'work', about: 'experience' } as const;
const document = { chapter: 'interview', about: 'document' } as const;

/** The order in which everything is asked. */
export const pages = [
  { id: 'accompaniment', chapter: 'start', ask: ['accompaniment'] },
  { id: 'listening-languages', chapter: 'start', ask: ['listeningLanguages'] },
  {
    id: 'consent',
    chapter: 'start',
    ask: ['consentResult', 'consentCounselling', 'consentPool', 'consentStatistics', 'consentContact'],
  },
  { id: 'how-much', chapter: 'start', ask: ['howMuch'] },

  { id: 'call-name', chapter: 'person', ask: ['callName'] },
  { id: 'birth-year', chapter: 'person', ask: ['birthYear'] },
  { id: 'gender', chapter: 'person', ask: ['gender'] },
  { id: 'district', chapter: 'person', ask: ['district'] },
  { id: 'arrival-year', chapter: 'person', ask: ['arrivalYear'] },
  { id: 'right-to-work', chapter: 'person', ask: ['rightToWork'], full: true },

  { id: 'mother-tongue', chapter: 'languages', ask: ['motherTongue'] },
  {
    id: 'mother-tongue-skills',
    chapter: 'languages',
    ask: ['motherTongueSpeaking', 'motherTongueReading', 'motherTongueWriting'],
    full: true,
  },
  { id: 'school-language', chapter: 'languages', ask: ['schoolLanguage'], full: true },
  {
    id: 'school-language-skills',
    chapter: 'languages',
    ask: ['schoolLanguageSpeaking', 'schoolLanguageReading', 'schoolLanguageWriting'],
    full: true,
    onlyIf: otherSchoolLanguage,
  },
  { id: 'german-speaking', chapter: 'languages', ask: ['germanSpeaking'] },
  {
    id: 'german-on-paper',
    chapter: 'languages',
    ask: ['germanReading', 'germanWriting'],
    full: true,
    onlyIf: speaks('germanSpeaking'),
  },
  {
    id: 'german-certificate',
    chapter: 'languages',
    ask: ['germanCertificate'],
    full: true,
    onlyIf: speaks('germanSpeaking'),
  },
  { id: 'english-speaking', chapter: 'languages', ask: ['englishSpeaking'], full: true },
  {
    id: 'english-on-paper',
    chapter: 'languages',
    ask: ['englishReading', 'englishWriting'],
    full: true,
    onlyIf: speaks('englishSpeaking'),
  },
  { id: 'other-languages', chapter: 'languages', ask: ['otherLanguages'], full: true },
  {
    id: 'other-language-skills',
    chapter: 'languages',
    ask: ['otherSpeaking', 'otherReading', 'otherWriting'],
    about: 'language',
    full: true,
  },
  { id: 'alphabets', chapter: 'languages', ask: ['alphabets'], full: true },

  { id: 'ever-at-school', chapter: 'school', ask: ['everAtSchool'], full: true },
  { id: 'education-country', chapter: 'school', ask: ['educationCountry'], full: true, onlyIf: atSchool },
  { id: 'school-years', chapter: 'school', ask: ['schoolYears'], full: true, onlyIf: atSchool },
  { id: 'school-rung', chapter: 'school', ask: ['schoolRung'], full: true, onlyIf: atSchool },
  {
    id: 'school-certificate',
    chapter: 'school',
    ask: ['schoolCertificate'],
    full: true,
    onlyIf: atSchool,
  },
  { id: 'education', chapter: 'school', ask: ['education'], onlyIf: notOnLadder },
  { id: 'trained-any', chapter: 'school', ask: ['trainedAny'], full: true },
  { id: 'training-kind', ...training, ask: ['trainingKind'], onlyIf: trained },
  { id: 'training-field', ...training, ask: ['trainingField'], onlyIf: trained },
  { id: 'training-for', ...training, ask: ['trainingFor'], onlyIf: trained },
  { id: 'training-country', ...training, ask: ['trainingCountry'], onlyIf: trained },
  { id: 'training-duration', ...training, ask: ['trainingDuration'], onlyIf: trained },
  { id: 'training-result', ...training, ask: ['trainingResult'], onlyIf: trained },
  { id: 'training-document', ...training, ask: ['trainingDocument'], onlyIf: withPaper },
  {
    id: 'trainings',
    chapter: 'school',
    ask: ['trainingRemoved'],
    lists: 'training',
    full: true,
    onlyIf: trained,
  },
  { id: 'recognition-applied', chapter: 'school', ask: ['recognitionApplied'], full: true, onlyIf: trained },
  { id: 'recognition-for', chapter: 'school', ask: ['recognitionFor'], full: true, onlyIf: applied('yes') },
  {
    id: 'recognition-result',
    chapter: 'school',
    ask: ['recognitionResult'],
    full: true,
    onlyIf: applied('yes'),
  },
  {
    id: 'recognition-why-not',
    chapter: 'school',
    ask: ['recognitionWhyNot'],
    full: true,
    onlyIf: applied('no'),
  },

  { id: 'experience-kind', ...experience, ask: ['experienceKind'] },
  { id: 'experience-occupation', ...experience, ask: ['experienceOccupation'], onlyIf: hasExperience },
  { id: 'experience-own-words', ...experience, ask: ['experienceOwnWords'], onlyIf: inOwnWords },
  { id: 'experience-duration', ...experience, ask: ['experienceDuration'], onlyIf: hasExperience },
  { id: 'experience-last-year', ...experience, ask: ['experienceLastYear'], onlyIf: hasExperience },
  { id: 'experience-country', ...experience, ask: ['experienceCountry'], full: true, onlyIf: hasExperience },
  { id: 'experience-tasks', ...experience, ask: ['experienceTasks'], full: true, onlyIf: hasExperience },
  {
    id: 'experiences',
    chapter: 'work',
    ask: ['experienceRemoved'],
    lists: 'experience',
    full: true,
    onlyIf: worked,
  },
  {
    id: 'task',
    chapter: 'work',
    ask: ['taskOften', 'taskToday'],
    within: { taskToday: (answers, entry) => said(answers, 'taskOften', entry) !== 'never' },
    about: 'task',
    full: true,
  },

  { id: 'licences', chapter: 'practical', ask: ['licences'], full: true },
  { id: 'licence-from', chapter: 'practical', ask: ['licenceFrom'], full: true, onlyIf: hasLicence },
  { id: 'machines', chapter: 'practical', ask: ['machines'], full: true },
  { id: 'papers', chapter: 'practical', ask: ['papers'], full: true },
  { id: 'digital', chapter: 'practical', ask: ['digital'], full: true },

  { id: 'strengths', chapter: 'strengths', ask: ['strengths'], full: true },
  {
    id: 'strength-example',
    chapter: 'strengths',
    ask: ['strengthExample'],
    instead: ['strengthVoice'],
    full: true,
  },
  { id: 'wanted-fields', chapter: 'strengths', ask: ['wantedFields'], full: true },
  { id: 'self-employment', chapter: 'strengths', ask: ['selfEmployment'], full: true },

  { id: 'available-for', chapter: 'availability', ask: ['availableFor'] },
  { id: 'hours', chapter: 'availability', ask: ['hours'] },
  { id: 'shifts', chapter: 'availability', ask: ['shifts'] },
  { id: 'mobility', chapter: 'availability', ask: ['mobility'] },
  { id: 'childcare', chapter: 'availability', ask: ['childcareNeeded'] },
  { id: 'consider', chapter: 'availability', ask: ['consider'], full: true },
  { id: 'goal', chapter: 'availability', ask: ['goal'], full: true },
  { id: 'help-most', chapter: 'availability', ask: ['helpMost'], full: true },

  { id: 'step', chapter: 'availability', ask: ['stepDone'], about: 'step' },

  { id: 'document', ...document, ask: ['documentKind', 'documentSeenOn'] },
  { id: 'documents', chapter: 'interview', ask: ['documentRemoved'], lists: 'document' },
  { id: 'interview-language', chapter: 'interview', ask: ['interviewLanguage'] },
  {
    id: 'interview-setting',
    chapter: 'interview',
    ask: ['interviewInterpreter', 'interviewThirdPerson', 'interviewMode', 'interviewDuration'],
  },
  { id: 'appraisal', chapter: 'interview', ask: ['interviewCloseness', 'appraisal', 'nextSteps'] },
] as const satisfies readonly Page[];

export type PageId = (typeof pages)[number]['id'];

type Instead = Extract<(typeof pages)[number], { instead: readonly Question[] }>['instead'][number];
type Unasked = Exclude<Question, (typeof pages)[number]['ask'][number] | Instead>;
/** Does not compile while a question stands on no page: the type then names it. */
export const everyQuestionIsAsked: [Unasked] extends [never] ? true : { nobodyIsAsked: Unasked } = true;
