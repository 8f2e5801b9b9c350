import { languageCodes } from '@kannwas/schema/codes';
import { describe, expect, test } from 'vitest';
import codes from './cards/codes.json' with { type: 'json' };
import ofKinds from './cards/of-kinds.json' with { type: 'json' };
import ofOccupations from './cards/of-occupations.json' with { type: 'json' };
import { cards, cardsOfKind, cardsOfUnitGroup, pictureOfCard } from './cards.ts';
import { occupations, unitGroups } from './occupations.ts';
import { texts } from './texts.ts';

const lists = Object.entries({ ...ofOccupations, ...ofKinds }).map(
  ([id, list]) => [id, list.split(' ')] as const,
);

test('every everyday occupation has its cards', () => {
  expect(Object.keys(ofOccupations)).toEqual(occupations.map(({ id }) => id));
});

test('nobody is asked about fewer than ten pieces of their work, or about more than fifteen', () => {
  const offered = [
    ...unitGroups.map(cardsOfUnitGroup),
    ...(Object.keys(ofKinds) as (keyof typeof ofKinds)[]).map(cardsOfKind),
    ...lists.map(([, list]) => list),
  ];
  for (const list of offered) {
    expect(list.length, list.join(' ')).toBeGreaterThanOrEqual(10);
    expect(list.length, list.join(' ')).toBeLessThanOrEqual(15);
    expect(new Set(list).size, list.join(' ')).toBe(list.length);
  }
});

test('every card is asked of somebody, and none is asked that does not exist', () => {
  expect([...new Set(lists.flatMap(([, list]) => list))].sort()).toEqual(cards.toSorted());
});

test('no two cards of the same work look alike', () => {
  const pictures: Readonly<Record<string, string>> = Object.assign({}, ...Object.values(codes));
  for (const [id, list] of lists) {
    const seen = list.map((card) => pictures[card]);
    expect(
      seen.filter((picture, place) => seen.indexOf(picture) !== place),
      id,
    ).toEqual([]);
  }
});

test('where several occupations share a group, each brings its most typical cards', () => {
  expect(cardsOfUnitGroup('7512').slice(0, 2)).toEqual(['bake-bread-rolls', 'bake-cakes']);
  expect(cardsOfUnitGroup('0110')).toEqual([]);
});

test('a card is drawn on the sheet of its field', () => {
  expect(pictureOfCard('cook-meals')).toBe('cards-kitchen/cook-meals');
  expect(pictureOfCard('work-in-team')).toBe('cards-common/work-in-team');
});

describe.each(languageCodes)('in %s', async (language) => {
  const { default: cardTexts } = await texts[language].cards();

  test('every card has words of its own, few enough for a phone', () => {
    expect(Object.keys(cardTexts)).toEqual(cards);
    const all = Object.values(cardTexts);
    expect(new Set(all.map((text) => text.toLocaleLowerCase(language))).size).toBe(all.length);
    for (const text of all) {
      expect(text.trim()).toBe(text);
      expect(text.length, text).toBeGreaterThan(2);
      expect(text.length, text).toBeLessThanOrEqual(70);
    }
  });
});
