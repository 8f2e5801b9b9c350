import type { OccupationCode } from '@kannwas/schema/codes';
import { questions, type Said } from '@kannwas/schema/survey/questions';
import type { Random } from './random.ts';

/* How likely each licence is. All of it is assumed: nobody publishes what newcomers may drive. */

type Licence = Said<'licences'>[number];
type Likely = Partial<Record<Licence, number>>;

const anybody: Record<'woman' | 'man', Likely> = {
  woman: { B: 0.4, forklift: 0.01, other: 0.01 },
  man: { B: 0.62, C: 0.03, forklift: 0.05, other: 0.08 },
};

/** Instead of what anybody may drive: who drives for a living, or where machines are. */
const atWork: Partial<Record<OccupationCode, Likely>> = {
  '8332': { B: 1, C: 1, CE: 0.8, forklift: 0.35 }, // lorry drivers
  '8331': { B: 1, C: 0.3, D: 1, DE: 0.15 }, // bus drivers
  '8322': { B: 1, C: 0.12 }, // taxi and van drivers
  '7231': { B: 0.95, C: 0.15, other: 0.15 }, // motor mechanics
  '9333': { forklift: 0.4, C: 0.06 }, // warehouse and freight handlers
  '9321': { forklift: 0.12 }, // packers
  '9313': { forklift: 0.12, C: 0.06, other: 0.15 }, // building labourers
  '9211': { other: 0.35 }, // farm labourers
  '6130': { B: 0.6, other: 0.5 }, // mixed farming
};

type Driver = { sex: 'woman' | 'man'; age: number; occupation: OccupationCode | undefined };

/** What somebody may drive; whoever drives a lorry or a bus may drive a car too. */
export function licences({ chance }: Random, { sex, age, occupation }: Driver): Licence[] {
  const byWork = atWork[occupation ?? ''] ?? {};
  const likely = (licence: Licence) => byWork[licence] ?? (anybody[sex][licence] ?? 0) * (age < 21 ? 0.4 : 1);
  const found = questions.licences.def.element.options.filter((licence) => chance(likely(licence)));
  if (found.length === 0) return ['none'];
  const needsCar = !found.includes('B') && found.some((licence) => /^[CD]/.test(licence));
  return needsCar ? ['B', ...found] : found;
}
