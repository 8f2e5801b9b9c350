import { LaterInput } from '../inputs/LaterInput.tsx';
import { loadNames } from '../lists/answer-text.ts';
import { CheckPage } from '../pages/CheckPage.tsx';
import { DonePage } from '../pages/DonePage.tsx';
import { EnterCodePage } from '../pages/EnterCodePage.tsx';
import { ListPage } from '../pages/ListPage.tsx';
import { MyCodePage } from '../pages/MyCodePage.tsx';
import { SitePage } from '../pages/SitePage.tsx';
import { Conflict } from '../papers/Conflict.tsx';

/**
 * What nobody needs for the first question: fields other than cards to choose from, the pages after the first ones, and those for
 * who comes back. One file, so that a phone fetches it in one piece, right behind the first question.
 */
export const rest = {
  LaterInput,
  loadNames,
  CheckPage,
  DonePage,
  EnterCodePage,
  ListPage,
  MyCodePage,
  SitePage,
  Conflict,
};
