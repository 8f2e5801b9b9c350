import { inOrder } from '@kannwas/schema/survey/inputs';
import { type Question, questions } from '@kannwas/schema/survey/questions';
import { Skill } from '@kannwas/schema/survey/questions/kinds';

/** Questions whose options are steps, the least first; the shared scale of skills has its own. */
const scales = [
  'experienceDuration',
  'schoolYears',
  'trainingDuration',
  'taskOften',
  'taskToday',
  'interviewCloseness',
] as const satisfies readonly Question[];

/** The step of an option on a scale, from 0 (least) to 4; undefined where the options are not a scale. */
export function stepOf(question: Question, option: string): number | undefined {
  if (isSkill(question)) return place(Skill.def.entries, option);
  const scale = scales.find((one) => one === question);
  return scale && place(questions[scale].def.entries, option);
}

/** Tells whether a question uses the shared scale of skills, whose words are the same everywhere. */
export function isSkill(question: Question): boolean {
  return questions[question] === Skill;
}

const place = (entries: Readonly<Record<string, string>>, option: string) => inOrder(entries).indexOf(option);
