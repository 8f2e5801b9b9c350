import { NewDemand } from '@kannwas/schema/gaps';
import type { FieldProblem } from '@kannwas/schema/problems';

/** The form as it stands on the screen: everything is text until it is kept. */
export type TypedNeed = {
  occupation: string;
  district: string;
  number: string;
  german: string;
  from: string;
  until: string;
  kind: string;
  source: string;
};
export type NeedField = keyof TypedNeed;

export const needFields = [
  'occupation',
  'district',
  'number',
  'german',
  'from',
  'until',
  'kind',
  'source',
] as const satisfies readonly NeedField[];

/** Turns what was typed into a row of demand, or says for each field what is wrong with it. */
export function toDemand(
  id: string,
  typed: TypedNeed,
): { demand: NewDemand; wrong?: never } | { demand?: never; wrong: FieldProblem[] } {
  const checked = NewDemand.safeParse({
    ...typed,
    id,
    number: typed.number.trim() === '' ? undefined : Number(typed.number),
    until: typed.until === '' ? null : typed.until,
  });
  if (checked.success) return { demand: checked.data };
  const wrong = checked.error.issues.map((issue): FieldProblem => {
    const [field = ''] = issue.path;
    const missing = needFields.some((name) => name === field && typed[name].trim() === '');
    const own = issue.code === 'custom' ? issue.params?.code : undefined;
    return { path: String(field), code: missing ? 'required' : typeof own === 'string' ? own : issue.code };
  });
  return { wrong };
}

/** Tells a field of the form from the path that a refusal names: `number` or `body.number`. */
export function fieldOf(path: string): NeedField | undefined {
  return needFields.find((name) => path === name || path.endsWith(`.${name}`));
}
