import { type Question, questions } from '@kannwas/schema/survey/questions';
import { Skill } from '@kannwas/schema/survey/questions/kinds';

/** The step of an option on a scale, from 0 (least) to 4; undefined where the options are not a scale. */
export function stepOf(question: Question, option: string): number | undefined {
  if (isSkill(question)) return place(Skill.def.entries, option);
  if (question === 'experienceDuration') return place(questions.experienceDuration.def.entries, option);
  return undefined;
}

/** Tells whether a question uses the shared scale of skills, whose words are the same everywhere. */
export function isSkill(question: Question): boolean {
  return questions[question] === Skill;
}

const place = (entries: object, option: string) => Object.values(entries).indexOf(option);
