import type { Language } from '@kannwas/schema/codes';
import { type CraftTexts, craftTexts, type RecognitionTexts } from '../germany/recognition.ts';
import { type GroupTexts, unitGroupLabel } from '../occupations.ts';
import { texts } from '../texts.ts';
import type { Step, StepTexts } from './step.ts';

/** A step in the words of a language. */
type ToldStep = {
  title: string;
  /** What to do, and what it is good for. */
  text: string;
  /** Why it is on the list. */
  reasons: readonly string[];
  /** What the catalogue knows about the rules for the occupation, in reading order. */
  rules: readonly string[];
  /** What the occupation is called in Germany: this is what offices ask for. Always German. */
  inGermany: readonly string[];
  /** The kind of authority that decides or checks. */
  authority: string | undefined;
};

/** Everything that telling steps in a language takes. */
export type StepWords = {
  texts: StepTexts;
  recognition: RecognitionTexts;
  groups: GroupTexts;
  german: { recognition: RecognitionTexts; groups: GroupTexts; crafts: CraftTexts };
};

/** Loads the words of a language, and the German names of occupations. Throws when they cannot be fetched. */
export async function loadStepWords(language: Language): Promise<StepWords> {
  const [steps, recognition, groups, germanRecognition, germanGroups, crafts] = await Promise.all([
    texts[language].steps(),
    texts[language].recognition(),
    texts[language].groups(),
    texts.de.recognition(),
    texts.de.groups(),
    craftTexts('de'),
  ]);
  return {
    texts: steps.default,
    recognition: recognition.default,
    groups: groups.default,
    german: {
      recognition: germanRecognition.default,
      groups: germanGroups.default,
      crafts: crafts.default,
    },
  };
}

/** Says a step in words. */
export function tellStep(
  { texts: words, recognition, groups, german }: StepWords,
  { kind, reasons, occupation = '', recognition: rules, level = 'A1' }: Step,
): ToldStep {
  const { title, text } = words.kinds[kind];
  const name = unitGroupLabel(groups, occupation) ?? occupation;
  const { authority } = rules ?? {};
  return {
    title: fill(title, { occupation: name }),
    text,
    reasons: reasons.map((reason) => fill(words.reasons[reason], { level })),
    rules: rules ? rulesOf(kind, rules.explained).map((rule) => recognition.explained[rule]) : [],
    inGermany: rules ? germanNames(rules, occupation, german) : [],
    authority: kind === 'recognition' && authority ? recognition.authorities[authority] : undefined,
  };
}

type Rules = NonNullable<Step['recognition']>;

/** The test has a step of its own: it is explained there and not twice. */
const rulesOf = (kind: Step['kind'], explained: Rules['explained']) =>
  explained.filter((rule) => (rule === 'practicalTest') === (kind === 'test'));

/** Regulated professions and trades by their own names; other work as its group is called. */
function germanNames(rules: Rules, occupation: string, german: StepWords['german']): string[] {
  const professions = rules.professions.map((id) => german.recognition.professions[id]);
  const crafts = rules.crafts.map((number) => german.crafts[number]);
  const named = professions.length > 0 ? professions : crafts;
  if (named.length > 0) return named;
  const group = unitGroupLabel(german.groups, occupation);
  return group === undefined ? [] : [group];
}

/** Fills in what a text leaves open. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}
