import type { OccupationCode } from '@kannwas/schema/codes';
import type { Said } from '@kannwas/schema/survey/questions';
import { type Weighted, weights } from './random.ts';
import type { Education } from './schooling.ts';

/*
 * Nobody publishes a table that crosses origin, education, sex, and occupation, so all weights on this page are
 * assumptions of ours, except where a source stands beside them.
 */

/** ISCO-08 unit group, weight among women, weight among men. */
type Line = readonly [OccupationCode, number, number];

const occupations: Record<Education, readonly Line[]> = {
  high: [
    ['2341', 8, 2], // primary school teachers
    ['2330', 7, 4], // secondary school teachers
    ['2221', 6, 2], // nurses
    ['2211', 4, 4], // doctors
    ['2262', 3, 2], // pharmacists
    ['2411', 8, 4], // accountants
    ['2142', 2, 6], // civil engineers
    ['2144', 1, 7], // mechanical engineers
    ['2512', 3, 7], // software developers
    ['2611', 3, 3], // lawyers
    ['2635', 4, 2], // social workers
    ['3313', 6, 2], // bookkeepers
  ],
  middle: [
    ['5223', 12, 7], // shop assistants
    ['5321', 8, 2], // care assistants
    ['5141', 7, 5], // hairdressers
    ['5120', 7, 6], // cooks
    ['4110', 7, 3], // office clerks
    ['3221', 4, 1], // assistant nurses
    ['7531', 6, 4], // tailors
    ['7112', 0, 8], // bricklayers
    ['7411', 0, 8], // electricians
    ['7231', 0, 9], // motor mechanics
    ['7212', 0, 5], // welders
    ['7131', 1, 6], // painters
    ['7512', 3, 3], // bakers
    ['8332', 0, 8], // lorry drivers
    ['8331', 1, 3], // bus drivers
    ['8322', 1, 5], // taxi and van drivers
    ['7115', 0, 4], // carpenters
  ],
  low: [
    ['9112', 14, 3], // cleaners
    ['5311', 8, 0], // child carers
    ['9313', 0, 14], // building labourers
    ['9211', 6, 9], // farm labourers
    ['6130', 4, 5], // mixed farming
    ['9333', 1, 9], // warehouse and freight handlers
    ['9412', 8, 4], // kitchen helpers
    ['9321', 5, 5], // packers
    ['7531', 5, 3], // tailors
    ['5223', 6, 6], // shop assistants
    ['7511', 0, 3], // butchers
    ['7123', 0, 5], // plasterers
    ['8322', 0, 5], // taxi and van drivers
  ],
};

/** In which kind of occupation people of an education have worked: many below what they learnt. */
const worked: Record<Education, readonly Weighted<Education>[]> = {
  high: weights({ high: 68, middle: 24, low: 8 }),
  middle: weights({ high: 6, middle: 68, low: 26 }),
  low: weights({ middle: 26, low: 74 }),
};

type Kind = Said<'experienceKind'>;

/** Work at home and for the family is work: the occupation that stands for it. */
const unpaid: Partial<Record<Kind, OccupationCode>> = { household: '5152', care: '5322' };

const kinds: Record<'woman' | 'man', readonly Weighted<Kind>[]> = {
  woman: weights({
    paid: 54,
    'own-business': 6,
    'family-business': 8,
    'unpaid-trainee': 3,
    household: 11,
    care: 5,
    volunteering: 3,
    'none-yet': 10,
  }),
  man: weights({
    paid: 64,
    'own-business': 13,
    'family-business': 11,
    'unpaid-trainee': 4,
    household: 1,
    care: 1,
    volunteering: 2,
    'none-yet': 4,
  }),
};

type Speaking = Said<'germanSpeaking'>;

/** Speaking German by whole years since arrival; up to and including that year. In the first months, 82 % of people
 * from Ukraine had none or little (IAB-BiB/FReDA-BAMF-SOEP, autumn 2022). */
const germanByYears: readonly { upTo: number; weights: readonly Weighted<Speaking>[] }[] = [
  { upTo: 0, weights: skills(42, 40, 13, 4, 1) },
  { upTo: 2, weights: skills(14, 38, 32, 13, 3) },
  { upTo: 5, weights: skills(6, 23, 38, 26, 7) },
  { upTo: 99, weights: skills(3, 15, 33, 34, 15) },
];

/** Which certificate people have who speak so well. Of those who took the test for immigrants, 52 % reached B1 and
 * 34 % A2 (BAMF 2018). */
const certificates: Record<Speaking, readonly Weighted<Said<'germanCertificate'>>[]> = {
  none: weights({ none: 1 }),
  'a-little': weights({ none: 72, A1: 22, A2: 6 }),
  everyday: weights({ none: 42, A1: 8, A2: 36, B1: 14 }),
  well: weights({ none: 24, A2: 10, B1: 48, B2: 18 }),
  'very-well': weights({ none: 22, B1: 18, B2: 36, C1: 20, C2: 4 }),
};

/** How well people of an education speak English, and read their mother tongue. */
const english = {
  low: skills(60, 27, 9, 3, 1),
  middle: skills(40, 33, 17, 8, 2),
  high: skills(12, 28, 28, 22, 10),
};
const reading = {
  low: skills(12, 18, 34, 24, 12),
  middle: skills(1, 3, 16, 40, 40),
  high: skills(0, 0, 4, 26, 70),
};

function skills(none: number, little: number, everyday: number, well: number, veryWell: number) {
  return weights({ none, 'a-little': little, everyday, well, 'very-well': veryWell });
}

export const workMargins = {
  occupations,
  worked,
  kinds,
  unpaid,
  germanByYears,
  certificates,
  english,
  reading,
};
