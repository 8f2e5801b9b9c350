import {
  type CardId,
  type CardKind,
  cardKinds,
  cardsOfKind,
  cardsOfUnitGroup,
  pictureOfCard,
} from '@kannwas/catalogue/cards';
import { texts } from '@kannwas/catalogue/texts';
import type { Language, OccupationCode } from '@kannwas/schema/codes';
import type { Said } from '@kannwas/schema/survey/questions';

export type Task = { id: CardId; text: string; picture: ReturnType<typeof pictureOfCard> };

export type KnownTasks = {
  /** The pieces of work to ask about, the most typical first: those of the occupation, or of the kind of work. */
  of: (kind: Said<'experienceKind'> | undefined, occupation: OccupationCode | undefined) => readonly Task[];
  textOf: (card: string) => string;
  names: ReadonlyMap<string, string>;
};

/** Without an occupation, paid work is asked about as work of one's own. */
const otherwise = 'own-business' satisfies CardKind;

/** Loads the task cards with their words. Throws when they cannot be fetched. */
export async function loadTasks(language: Language): Promise<KnownTasks> {
  const words = (await texts[language].cards()).default;
  const names: ReadonlyMap<string, string> = new Map(Object.entries(words));
  const ofOccupation = (occupation: OccupationCode | undefined) =>
    occupation === undefined ? [] : cardsOfUnitGroup(occupation);
  const ofKind = (kind = '') => cardsOfKind(cardKinds.find((one) => one === kind) ?? otherwise);
  return {
    of: (kind, occupation) => {
      const cards = ofOccupation(occupation);
      return (cards.length > 0 ? cards : ofKind(kind)).map((id) => ({
        id,
        text: words[id],
        picture: pictureOfCard(id),
      }));
    },
    textOf: (card) => names.get(card) ?? card,
    names,
  };
}
