import {
  CardCode,
  CountryCode,
  DistrictCode,
  FieldCode,
  LanguageCode,
  OccupationCode,
  RungCode,
} from '../codes.ts';
import { Consent, Voice, Year } from './questions/kinds.ts';
import { type Question, questions } from './questions.ts';

/** How a question is answered on screen and on paper; it follows from its schema, nobody lists it twice. */
export type Input =
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'several'; options: readonly string[]; most: number }
  | { kind: 'languages' | 'cards' | 'fields'; most: number }
  | {
      kind:
        | 'country'
        | 'district'
        | 'language'
        | 'occupation'
        | 'rung'
        | 'year'
        | 'date'
        | 'consent'
        | 'voice';
    }
  | { kind: 'text'; most: number };

/** Options that say "nothing of this": chosen, they exclude all others. */
const alone: ReadonlySet<string> = new Set(['none', 'not-now', 'nothing']);
export const standsAlone = (option: string): boolean => alone.has(option);

/** Ticks an option or takes the tick away; what stands alone leaves nothing beside it. */
export function toggled(chosen: readonly string[], option: string): string[] {
  if (chosen.includes(option)) return chosen.filter((other) => other !== option);
  return standsAlone(option) ? [option] : [...chosen.filter((other) => !standsAlone(other)), option];
}

/** The options of an enum as they are written. JavaScript puts keys that are numbers first: '1' before 'under-1'. */
export function inOrder<Option extends string>(entries: Readonly<Record<string, Option>>): Option[] {
  const options = Object.values(entries);
  if (!options.some((option) => /^[1-9]\d*$/.test(option))) return options;
  return options.sort((one, other) => rank(one) - rank(other));
}

const rank = (option: string) =>
  option.startsWith('under-') ? 0 : /^\d+$/.test(option) ? Number(option) : 99;

/** Derives the kind of input from the schema of a question. */
export function inputOf(question: Question): Input {
  const schema = questions[question];
  if (schema === CountryCode) return { kind: 'country' };
  if (schema === DistrictCode) return { kind: 'district' };
  if (schema === LanguageCode) return { kind: 'language' };
  if (schema === OccupationCode) return { kind: 'occupation' };
  if (schema === RungCode) return { kind: 'rung' };
  if (schema === Year) return { kind: 'year' };
  if (schema === Voice) return { kind: 'voice' };
  if (schema === Consent) return { kind: 'consent' };
  const { def } = schema;
  if (def.type === 'enum') return { kind: 'choice', options: inOrder(def.entries) };
  if ('format' in def && def.format === 'date') return { kind: 'date' };
  const limit = def.checks?.map((check) => check._zod.def).find(({ check }) => check === 'max_length');
  const most = limit && 'maximum' in limit ? Number(limit.maximum) : Number.POSITIVE_INFINITY;
  if (def.type !== 'array') return { kind: 'text', most };
  const { element } = def;
  if (element === CardCode) return { kind: 'cards', most };
  if (element === FieldCode) return { kind: 'fields', most };
  if (element === LanguageCode) return { kind: 'languages', most };
  return element.def.type === 'enum'
    ? { kind: 'several', options: inOrder(element.def.entries), most }
    : { kind: 'text', most };
}
