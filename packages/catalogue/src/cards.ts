import codes from './cards/codes.json' with { type: 'json' };
import ofKinds from './cards/of-kinds.json' with { type: 'json' };
import ofOccupations from './cards/of-occupations.json' with { type: 'json' };
import type cardsInEnglish from './languages/en/cards.json';
import { occupations } from './occupations.ts';

/** A task card: one piece of work that a person may have done, whatever the title of the work was. */
export type CardId = keyof typeof cardsInEnglish;

/** A language's cards: each a few plain words that answer "How often have you done this?". */
export type CardTexts = Readonly<Record<CardId, string>>;

/** Kinds of experience that name no occupation, or not only one. */
export type CardKind = keyof typeof ofKinds;

/** What most people can say something about in one go; a longer list is cut. */
const most = 15;

const sheetByCard: ReadonlyMap<string, string> = new Map(
  Object.entries(codes).flatMap(([sheet, pictures]) => Object.keys(pictures).map((card) => [card, sheet])),
);

/** All cards. Their codes are stable: answers carry them. */
export const cards = [...sheetByCard.keys()] as readonly CardId[];

/**
 * The cards of an ISCO-08 unit group, most typical first. Several everyday occupations can share the group; each has
 * its first cards in. Empty for a group that no everyday occupation leads to.
 */
export function cardsOfUnitGroup(unitGroup: string): readonly CardId[] {
  const members = occupations.filter(({ isco }) => isco === unitGroup);
  return interleaved(members.map(({ id }) => listed(ofOccupations[id])));
}

/** The kinds that have cards of their own. */
export const cardKinds = Object.keys(ofKinds) as readonly CardKind[];

/** The cards of a kind of unpaid or own work, most typical first. */
export function cardsOfKind(kind: CardKind): readonly CardId[] {
  return listed(ofKinds[kind]);
}

/**
 * The picture of a card, by sheet and card, as `<Picture of={…}>` takes it: `cards-kitchen/cook-meals`. Cards are drawn
 * on a sheet for each field of work, and those of all kinds of work on `cards-common`, so that a phone fetches few.
 */
export function pictureOfCard(card: CardId): `cards-${string}/${CardId}` {
  return `cards-${sheetByCard.get(card) ?? 'common'}/${card}`;
}

function listed(ids: string): CardId[] {
  return ids.split(' ') as CardId[];
}

/** First the first of each list, then the second of each, … */
function interleaved(lists: readonly CardId[][]): CardId[] {
  const rows = Array.from({ length: most }, (_, row) => lists.flatMap((list) => list[row] ?? []));
  return [...new Set(rows.flat())].slice(0, most);
}
