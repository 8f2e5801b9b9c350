import { fileURLToPath } from 'node:url';
import ar from '@kannwas/catalogue/languages/ar/survey.json' with { type: 'json' };
import de from '@kannwas/catalogue/languages/de/survey.json' with { type: 'json' };
import en from '@kannwas/catalogue/languages/en/survey.json' with { type: 'json' };
import uk from '@kannwas/catalogue/languages/uk/survey.json' with { type: 'json' };
import { inputOf } from '@kannwas/schema/survey/inputs';
import { Question } from '@kannwas/schema/survey/questions';
import { build } from 'vite';

type Wording = { label: string; options?: Record<string, string> };
type Texts = { questions: Record<string, Wording>; skills: Record<string, string> };
const texts: Record<string, Texts> = { default: en, de, ar, uk };

/** Builds the peer: SurveyJS with our first 40 questions in four languages, into a folder. */
export async function buildSurveyJs(folder: string): Promise<void> {
  const model = JSON.stringify({
    questionsOnPageMode: 'questionPerPage',
    elements: Question.options.slice(0, 40).toSorted(choicesFirst).map(element),
  });
  await build({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'model',
        resolveId: (id) => (id === 'virtual:model' ? id : undefined),
        load: (id) => (id === 'virtual:model' ? `export const model = ${model}` : undefined),
      },
    ],
    build: { outDir: folder, emptyOutDir: true },
  });
}

/** One of our questions as SurveyJS has it. Lists of countries, languages, and occupations are left out, in its favour. */
function element(question: Question) {
  const input = inputOf(question);
  const title = inLanguages(({ questions }) => questions[question]?.label);
  if (!('options' in input)) return { type: 'text', name: question, title };
  const choices = input.options.map((option) => ({
    value: option,
    text: inLanguages(({ questions, skills }) => questions[question]?.options?.[option] ?? skills[option]),
  }));
  return { type: input.kind === 'choice' ? 'radiogroup' : 'checkbox', name: question, title, choices };
}

const inLanguages = (find: (texts: Texts) => string | undefined) =>
  Object.fromEntries(Object.entries(texts).map(([language, own]) => [language, find(own) ?? '']));

/** Both begin with a choice of one, so that the same is waited for. */
const choicesFirst = (a: Question, b: Question) =>
  Number(inputOf(b).kind === 'choice') - Number(inputOf(a).kind === 'choice');
