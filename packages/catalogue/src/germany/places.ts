import places from './places.json' with { type: 'json' };

/** A Land: two digits. */
export type LandCode = keyof typeof places;

/** A Kreis or a city that is one: the first five digits of its municipalities' AGS. */
export type Kreis = {
  readonly ags: string;
  readonly name: string;
  readonly land: LandCode;
  /** A city without a Kreis around it. Some share their name with the Kreis next to them. */
  readonly city: boolean;
};

type WrittenLand = {
  readonly name: string;
  readonly cities: Readonly<Record<string, string>>;
  readonly counties: Readonly<Record<string, string>>;
};

const written: readonly (WrittenLand & { readonly code: LandCode })[] = Object.entries(places)
  // Keys like "10" come before "01" in an object, whatever the order in the file.
  .sort(([one], [other]) => one.localeCompare(other))
  .map(([code, land]) => ({ ...land, code: code as LandCode }));

/** The 16 Länder by code. */
export const lands: readonly { readonly code: LandCode; readonly name: string }[] = written.map(
  ({ code, name }) => ({ code, name }),
);

function kreiseOf({ code, cities, counties }: (typeof written)[number]): Kreis[] {
  const named = (names: Readonly<Record<string, string>>, city: boolean) =>
    Object.entries(names).map(([ags, name]) => ({ ags, name, land: code, city }));
  return [...named(cities, true), ...named(counties, false)];
}

/** The 400 Kreise and cities by AGS: those of 2021, since Eisenach (16056) joined the Wartburgkreis (16063). */
export const kreise: readonly Kreis[] = written
  .flatMap(kreiseOf)
  .sort((one, other) => one.ags.localeCompare(other.ags));

const byAgs: ReadonlyMap<string, Kreis> = new Map(kreise.map((kreis) => [kreis.ags, kreis]));

// Data from before a merger still carries the old code.
const merged: Readonly<Record<string, string>> = { '16056': '16063' };

/** The Kreis of an AGS of five (Kreis) or eight digits (municipality), or undefined where there is none. */
export function kreisOf(ags: string): Kreis | undefined {
  const code = ags.slice(0, 5);
  return byAgs.get(merged[code] ?? code);
}
