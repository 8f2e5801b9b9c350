import type { MineTexts, PassportTexts, PhoneTexts } from '@kannwas/catalogue/texts';
import type { Language } from '@kannwas/schema/codes';
import i18next from 'i18next';
import { catalogueTexts } from './lists/catalogue-texts.ts';

type Rooms = { mine: MineTexts; passport: PassportTexts; phone: PhoneTexts };

declare module 'i18next' {
  interface ResourceNamespaceMap extends Rooms {}
}

/** Loads the words of a room that not everybody enters. Throws when they cannot be loaded. */
export async function readRoom(room: keyof Rooms, language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, room)) return;
  const texts = await catalogueTexts(language);
  i18next.addResourceBundle(language, room, (await texts[room]()).default);
}
