import type { CountryCode } from '@kannwas/schema/codes';
import type laddersInEnglish from '../languages/en/ladders.json';
import type { IscedLevel } from './education.ts';
import americaAndGermany from './ladders/america-and-germany.json' with { type: 'json' };
import asia from './ladders/asia.json' with { type: 'json' };
import balkans from './ladders/balkans.json' with { type: 'json' };
import formerSoviet from './ladders/former-soviet.json' with { type: 'json' };
import general from './ladders/general.json' with { type: 'json' };
import kinds from './ladders/kinds.json' with { type: 'json' };
import middleEast from './ladders/middle-east.json' with { type: 'json' };
import northAndEastAfrica from './ladders/north-and-east-africa.json' with { type: 'json' };
import spoken from './ladders/spoken.json' with { type: 'json' };
import westAfrica from './ladders/west-africa.json' with { type: 'json' };

/** What a rung is in any country: its meaning has a text in every language. */
export type RungKind = keyof typeof kinds;

/** The country of a ladder, or `general`. */
export type LadderId = CountryCode | 'general';

/** What an answer stores: `SY/basic`, `general/primary`. A code never changes its meaning. */
export type RungCode = `${LadderId}/${string}`;

export type Rung = {
  readonly code: RungCode;
  readonly kind: RungKind;
  /** Highest level completed with it, in ISCED-A: a school left early counts as the level below. */
  readonly isced: IscedLevel;
  readonly orientation: 'general' | 'vocational' | 'none';
  /** First and last year of schooling spent on it, where years are counted. */
  readonly years?: readonly [from: number, to: number];
  /** An old system, for those who went to school in it. */
  readonly era?: keyof LadderTexts['eras'];
  /** What it is called there, by language (BCP 47) in the order of the ladder. */
  readonly native: ReadonlyMap<string, string>;
  /** Name of the picture in fluent-emoji-flat. */
  readonly picture: string;
};

export type Ladder = { readonly id: LadderId; readonly rungs: readonly Rung[] };

export type LadderTexts = typeof laddersInEnglish;

type WrittenRung = {
  readonly kind: string;
  readonly isced: number;
  readonly years?: readonly number[];
  readonly era?: string;
  readonly native?: Readonly<Record<string, string>>;
};
type WrittenLadder = {
  readonly languages: readonly string[];
  readonly rungs: Readonly<Record<string, WrittenRung>>;
};

const written: Readonly<Record<string, WrittenLadder>> = {
  ...americaAndGermany,
  ...asia,
  ...balkans,
  ...formerSoviet,
  ...middleEast,
  ...northAndEastAfrica,
  ...westAfrica,
};

// Schools that every country has ("never went to school") are named once per language.
const common: Readonly<Record<string, Readonly<Record<string, string>>>> = spoken;

function nativeNames({ kind, native }: WrittenRung, languages: readonly string[]): Map<string, string> {
  const names = languages.map(
    (language) => [language, native?.[language] ?? common[language]?.[kind]] as const,
  );
  return new Map(names.filter((name): name is readonly [string, string] => name[1] !== undefined));
}

function rung(code: RungCode, rung: WrittenRung, languages: readonly string[]): Rung {
  // JSON knows no literal types; the tests hold the data to them.
  const kind = rung.kind as RungKind;
  const [from, to] = rung.years ?? [];
  return {
    code,
    kind,
    isced: rung.isced as IscedLevel,
    orientation: kinds[kind].orientation as Rung['orientation'],
    picture: kinds[kind].picture,
    native: nativeNames(rung, languages),
    ...(from !== undefined && to !== undefined && { years: [from, to] as const }),
    ...(rung.era !== undefined && { era: rung.era as keyof LadderTexts['eras'] }),
  };
}

function ladder(id: LadderId, { languages, rungs }: WrittenLadder): Ladder {
  return { id, rungs: Object.entries(rungs).map(([rungId, one]) => rung(`${id}/${rungId}`, one, languages)) };
}

const generalLadder = ladder('general', general.general);
const ladders: ReadonlyMap<string, Ladder> = new Map([
  ...Object.entries(written).map(([id, one]) => [id, ladder(id, one)] as const),
  ['general', generalLadder],
]);

/** The ladders that there are, with the general one. */
export const ladderIds: readonly LadderId[] = [...ladders.keys()];

/** The rung kinds, each with the ISCED levels that it may stand for. */
export const rungKinds: Readonly<
  Record<RungKind, { readonly isced: readonly number[]; readonly picture: string }>
> = kinds;

/** The schools of a country, lowest first; the general ladder where a country has none of its own. */
export function ladderOf(country: CountryCode | undefined): Ladder {
  return ladders.get(country ?? 'general') ?? generalLadder;
}

/** The rung that an answer names, or undefined when no ladder has it. */
export function rungOf(code: string): Rung | undefined {
  const [ladder = ''] = code.split('/', 1);
  return ladders.get(ladder)?.rungs.find((candidate) => candidate.code === code);
}

/** The ISCED 2011 level that a rung stands for, or undefined when no ladder has it. */
export function iscedOf(code: string): IscedLevel | undefined {
  return rungOf(code)?.isced;
}

export type RungText = {
  /** The name in its country's own script; absent on the general ladder. */
  readonly native?: { readonly language: string; readonly text: string };
  /** What it means, in the language of the texts. */
  readonly meaning: string;
  /** "in Soviet times" */
  readonly era?: string;
};

/** How a rung reads to a person: its own name, in their language where the country teaches in it, and its meaning. */
export function rungText({ kind, era, native }: Rung, texts: LadderTexts, language: string): RungText {
  const own = native.has(language) ? language : [...native.keys()][0];
  const text = own === undefined ? undefined : native.get(own);
  return {
    meaning: texts.kinds[kind],
    ...(own !== undefined && text !== undefined && { native: { language: own, text } }),
    ...(era !== undefined && { era: texts.eras[era] }),
  };
}

/** A rung in one line: its own name where there is one, and what it means. */
export function rungName({ native, meaning }: RungText): string {
  return native ? `${native.text} – ${meaning}` : meaning;
}
