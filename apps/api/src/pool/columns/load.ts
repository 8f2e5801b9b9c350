import { setImmediate as others } from 'node:timers/promises';
import { germanLevels } from '@kannwas/schema/snapshots';
import type { Reading } from '../../db/open.ts';
import { type Columns, emptyColumns } from './columns.ts';
import { type FlatDimension, packed, populationBit } from './facts.ts';
import { type Counted, findEpoch, readPeople } from './store.ts';
import { geographyOf, noOccupation, occupationNumber } from './trees.ts';

/** So much text is turned into columns before others are served: some ten thousand people. */
const pieceLength = 2 ** 19;

/**
 * Loads the people of one epoch of a site into memory; undefined when there is no such epoch. Reading takes many
 * statements: whoever loads an epoch that can change meanwhile compares `revision` afterwards.
 */
export async function loadColumns(
  reading: Reading,
  counted: Counted,
): Promise<{ columns: Columns; revision: number } | undefined> {
  const found = await findEpoch(reading.db, counted);
  if (!found) return undefined;
  const columns = emptyColumns(geographyOf(found.places), found.people);
  const add = adder(columns);
  let text = '';
  for await (const piece of readPeople(reading, counted)) {
    text += piece;
    if (text.length < pieceLength) continue;
    const end = text.lastIndexOf('\n');
    for (const line of text.slice(0, end).split('\n')) add(line);
    text = text.slice(end + 1);
    await others();
  }
  for (const line of text.split('\n')) if (line !== '') add(line);
  return { columns, revision: found.revision };
}

/** Puts people into columns one after the other. @throws RangeError when there are more than were announced */
function adder(columns: Columns): (line: string) => void {
  const factsOf = knownFacts();
  const occupationOf = remembered(occupationNumber);
  return (line) => {
    const row = columns.people;
    if (row >= columns.facts.length) throw new RangeError('Somebody is being added to this epoch.');
    const [personKey = '', recordKey = '', occupations = '', place = '', ...flat] = line.split('\t');
    columns.personKey[row] = BigInt(personKey);
    columns.recordKey[row] = BigInt(recordKey);
    columns.place[row] = columns.geography.number.get(place) ?? 0;
    columns.facts[row] = factsOf(flat);
    if (occupations !== '') {
      // At most three occupations of a person enter.
      const numbers = [...new Set(occupations.split(','))].map(occupationOf).sort((a, b) => a - b);
      for (let nth = 0; nth < 3; nth++) columns.occupations[row * 3 + nth] = numbers[nth] ?? noOccupation;
    }
    columns.people = row + 1;
  };
}

/** The flat facts in the order in which they are read. */
const order = ['german', 'availability', 'education', 'experience', 'licence', 'gender', 'age'] as const;

/** Packs texts of flat facts into a person's word, remembering each text. */
function knownFacts(): (flat: readonly string[]) => number {
  const wordsOf = order.map((dimension) => remembered((text) => packed(dimension, codesIn(dimension, text))));
  return (flat) => {
    let facts = flat[7] === '1' ? populationBit.pool : 0;
    if (flat[8] === '1') facts |= populationBit.coverage;
    for (let nth = 0; nth < wordsOf.length; nth++) facts |= wordsOf[nth]?.(flat[nth] ?? '') ?? 0;
    return facts;
  };
}

function codesIn(dimension: FlatDimension, text: string): string[] {
  if (text === '') return [];
  return dimension === 'german' ? [germanLevels[Number(text)] ?? ''] : text.split(',');
}

function remembered(find: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
