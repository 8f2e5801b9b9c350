import type { OccupationCode, StaffLanguage } from '@kannwas/schema/codes';
import type craftsInEnglish from '../languages/en/crafts.json';
import type recognitionInEnglish from '../languages/en/recognition.json';
import crafts from './crafts.json' with { type: 'json' };
import professions from './professions.json' with { type: 'json' };
import skillsTests from './skills-tests.json' with { type: 'json' };

export type RecognitionTexts = typeof recognitionInEnglish;
export type CraftTexts = typeof craftsInEnglish;

/** A profession that only those may work in, or call themselves, whose training is recognised. */
export type ProfessionId = keyof typeof professions;

/** Number of a trade in Annex A of the HwO (Crafts Code), 1 to 53. Named in the languages of staff only. */
export type CraftNumber = keyof typeof crafts;

export type AuthorityId = keyof RecognitionTexts['authorities'];

type Explained = keyof RecognitionTexts['explained'];

/** How much of an ISCO unit group a rule concerns; `title`: the work is free, its name is not. */
type Scope = 'whole' | 'part' | 'title';

export type Recognition = {
  readonly regulated: 'federal' | 'land' | 'craft' | 'no';
  readonly scope: Scope;
  /** German reference professions, if the group holds regulated ones. */
  readonly professions: readonly ProfessionId[];
  /** Trades of Annex A, if the group holds any: they restrict an own business, not employment. */
  readonly crafts: readonly CraftNumber[];
  /** The kind of authority that decides; undefined where we cannot tell from the group alone. */
  readonly authority: AuthorityId | undefined;
  /** The employment agency's MYSKILLS test exists for an occupation in this group. */
  readonly practicalTest: boolean;
  /** The sentences that explain it, in reading order: keys of `recognition.explained`. */
  readonly explained: readonly Explained[];
};

/** A table's line: its unit groups by scope, apart by spaces. */
type Concerned = { readonly whole?: string; readonly part?: string; readonly title?: string };

type Profession = Concerned & {
  readonly regulated: 'federal' | 'land';
  readonly law: string;
  readonly authority: AuthorityId;
};

// JSON knows no literal types; the tests hold the data to them.
const regulatedProfessions = professions as Readonly<Record<ProfessionId, Profession>>;
const trades: Readonly<Record<CraftNumber, Concerned & { readonly kldb?: string }>> = crafts;

/** All regulated professions with their law, in the order of the file: federal ones first. */
export const professionIds = Object.keys(regulatedProfessions) as readonly ProfessionId[];

/** Numbers of the 53 trades of Annex A. */
export const craftNumbers = Object.keys(trades) as readonly CraftNumber[];

/** Official codes, for the command that checks them. */
export const recognitionCodes = {
  isco: [...Object.values(regulatedProfessions), ...Object.values(trades)]
    .flatMap(({ whole = '', part = '', title = '' }: Concerned) => [whole, part, title])
    .concat(Object.values(skillsTests).map(({ isco }) => isco))
    .flatMap(codes),
  kldb: Object.values(trades)
    .flatMap(({ kldb = '' }) => codes(kldb))
    .concat(Object.values(skillsTests).map(({ kldb }) => kldb)),
};

/** Of the thirty occupations with a MYSKILLS test (myskills.de, "For which professions is MYSKILLS available?"). */
const tested: ReadonlySet<string> = new Set(Object.values(skillsTests).flatMap(({ isco }) => codes(isco)));

/** The law in which a profession is regulated, by its German short name. */
export function lawOf(profession: ProfessionId): string {
  return regulatedProfessions[profession].law;
}

/** Names of the trades of Annex A, for staff. */
export function craftTexts(language: StaffLanguage): Promise<{ readonly default: CraftTexts }> {
  return import(`../languages/${language}/crafts.json`, { with: { type: 'json' } });
}

/** What a person with training or work in this ISCO-08 unit group should know about recognition in Germany. */
export function recognitionFor(unitGroup: OccupationCode): Recognition {
  const found = professionIds.filter((id) => scopeIn(regulatedProfessions[id], unitGroup) !== undefined);
  const inCrafts = craftNumbers.filter((number) => scopeIn(trades[number], unitGroup) !== undefined);
  const [first] = found;
  const profession = first === undefined ? undefined : regulatedProfessions[first];
  const regulated = profession?.regulated ?? (inCrafts.length > 0 ? 'craft' : 'no');
  const concerned =
    found.length > 0 ? found.map((id) => regulatedProfessions[id]) : inCrafts.map((id) => trades[id]);
  const scope = widest(concerned.map((one) => scopeIn(one, unitGroup)));
  const authority =
    profession?.authority ?? (regulated === 'craft' ? 'chamber-of-crafts' : freeAuthority(unitGroup));
  const practicalTest = tested.has(unitGroup);
  return {
    regulated,
    scope,
    professions: found,
    crafts: inCrafts,
    authority,
    practicalTest,
    explained: explain({ regulated, scope, authority, practicalTest }),
  };
}

function explain({
  regulated,
  scope,
  authority,
  practicalTest,
}: Pick<Recognition, 'regulated' | 'scope' | 'authority' | 'practicalTest'>): Explained[] {
  const rule: Explained = regulated === 'no' ? 'free' : scope === 'title' ? 'title' : regulated;
  return [
    rule,
    ...(regulated !== 'no' && scope === 'part' ? (['part'] as const) : []),
    ...(practicalTest ? (['practicalTest'] as const) : []),
    // BBiG § 50b: only for occupations with a German apprenticeship, which are those of the chambers.
    ...(authority !== undefined && validating.has(authority) ? (['validation'] as const) : []),
    'advice',
  ];
}

const validating: ReadonlySet<AuthorityId> = new Set([
  'chamber-of-crafts',
  'chamber-of-industry',
  'chamber-of-agriculture',
]);

/** Who assesses training for an occupation that anybody may work in (BQFG § 8; degrees: ZAB). */
function freeAuthority(unitGroup: OccupationCode): AuthorityId | undefined {
  if (/^325[16]/.test(unitGroup)) return 'chamber-of-doctors';
  if (/^2/.test(unitGroup)) return 'office-for-foreign-education';
  if (/^6/.test(unitGroup)) return 'chamber-of-agriculture';
  return /^[34578]/.test(unitGroup) ? 'chamber-of-industry' : undefined;
}

function scopeIn(concerned: Concerned, unitGroup: OccupationCode): Scope | undefined {
  const scopes: readonly Scope[] = ['whole', 'part', 'title'];
  return scopes.find((scope) => codes(concerned[scope] ?? '').includes(unitGroup));
}

/** A group is wholly concerned as soon as one rule says so. */
function widest(scopes: readonly (Scope | undefined)[]): Scope {
  if (scopes.length === 0 || scopes.includes('whole')) return 'whole';
  return scopes.includes('part') ? 'part' : 'title';
}

function codes(apart: string): string[] {
  return apart.split(' ').filter((code) => code !== '');
}
