import { germanLevels } from '@kannwas/schema/snapshots';
import type { Db } from '../../db/database.ts';
import { type Columns, emptyColumns } from './columns.ts';
import { packed, populationBit } from './facts.ts';
import { type Counted, findEpoch, readPeople } from './store.ts';
import { geographyOf, noOccupation, occupationNumber } from './trees.ts';

/** So many people are read at a time: some ten milliseconds of work, so that others are served between two of them. */
const batch = 10_000;

/**
 * Loads the people of one epoch of a site into memory; undefined when there is no such epoch. Reading takes many
 * statements: whoever loads an epoch that can change meanwhile compares `revision` afterwards.
 */
export async function loadColumns(
  db: Db,
  counted: Counted,
): Promise<{ columns: Columns; revision: number } | undefined> {
  const found = await findEpoch(db, counted);
  if (!found) return undefined;
  const columns = emptyColumns(geographyOf(found.places), found.people);
  const add = adder(columns);
  let read = await readPeople(db, counted, { after: undefined, most: batch });
  while (read) {
    // The database reads the next people while these are put into their columns.
    const next = readPeople(db, counted, { after: read.last, most: batch });
    for (const line of read.lines.split('\n')) add(line);
    read = await next;
  }
  return { columns, revision: found.revision };
}

/** Puts people into columns one after the other. @throws RangeError when they do not come in the order of their keys */
function adder(columns: Columns): (line: string) => void {
  // Few combinations of flat facts are common: most people cost one look-up.
  const known = new Map<string, number>();
  const factsOf = (text: string) => {
    const facts = known.get(text) ?? parseFacts(text);
    if (known.size < 100_000) known.set(text, facts);
    return facts;
  };
  return (line) => {
    const row = columns.people;
    const afterKey = line.indexOf('\t');
    const afterRecord = line.indexOf('\t', afterKey + 1);
    const afterOccupations = line.indexOf('\t', afterRecord + 1);
    const afterPlace = line.indexOf('\t', afterOccupations + 1);

    columns.personKey[row] = BigInt(line.slice(0, afterKey));
    if (row > 0 && (columns.personKey[row] ?? 0n) <= (columns.personKey[row - 1] ?? 0n)) {
      throw new RangeError('People come in the order of their keys, each once.');
    }
    columns.recordKey[row] = BigInt(line.slice(afterKey + 1, afterRecord));
    columns.occupations.set(parseOccupations(line.slice(afterRecord + 1, afterOccupations)), row * 3);
    columns.place[row] = columns.geography.number.get(line.slice(afterOccupations + 1, afterPlace)) ?? 0;
    columns.facts[row] = factsOf(line.slice(afterPlace + 1));
    columns.people = row + 1;
  };
}

/** At most three occupations of a person enter, ascending, each once. */
function parseOccupations(text: string): number[] {
  if (text === '') return [noOccupation, noOccupation, noOccupation];
  const numbers = [...new Set(text.split(','))].map(occupationNumber).sort((a, b) => a - b);
  return [numbers[0] ?? noOccupation, numbers[1] ?? noOccupation, numbers[2] ?? noOccupation];
}

function parseFacts(text: string): number {
  const [
    german = '',
    availability = '',
    education = '',
    experience = '',
    licence = '',
    gender = '',
    ...rest
  ] = text.split(' ');
  const [age = '', inPool, inCoverage] = rest;
  const level = german === '' ? undefined : germanLevels[Number(german)];
  return (
    packed('german', level ? [level] : []) |
    packed('availability', availability.split(',')) |
    packed('education', [education]) |
    packed('experience', [experience]) |
    packed('licence', licence.split(',')) |
    packed('gender', [gender]) |
    packed('age', [age]) |
    (inPool === '1' ? populationBit.pool : 0) |
    (inCoverage === '1' ? populationBit.coverage : 0)
  );
}
