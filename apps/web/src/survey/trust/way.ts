import type { TrustTexts } from '@kannwas/catalogue/texts';
import { type Language, languages, type Script } from '@kannwas/schema/codes';
import type { PictureId } from '../../ui/pictures.ts';

type Station = 'phone' | 'store' | 'advice' | 'numbers' | 'planning' | 'you';

/** The stations of an answer in their order; three of them only with a yes. */
export const stations: readonly { station: Station; picture: PictureId; withYes: boolean }[] = [
  { station: 'phone', picture: 'start/phone', withYes: false },
  { station: 'store', picture: 'start/answers', withYes: false },
  { station: 'advice', picture: 'start/consentCounselling', withYes: true },
  { station: 'numbers', picture: 'start/consentPool', withYes: true },
  { station: 'planning', picture: 'start/consentStatistics', withYes: true },
  { station: 'you', picture: 'start/free', withYes: false },
];

/** A box of the picture, in units of which the picture is 320 wide; measured from the side where reading begins. */
export type Box = {
  station: Station;
  picture: PictureId;
  withYes: boolean;
  start: number;
  top: number;
  width: number;
  height: number;
  lines: readonly string[];
};
type Drawing = {
  height: number;
  boxes: readonly Box[];
  yes: { top: number; lines: readonly string[] };
};

export const width = 320;
const letter = 17;
export const lineHeight = 24;
export const iconRoom = 60;
const branch = 40;
const gap = 28;

/** How wide a letter is, in parts of its height, on the generous side: SVG does not break lines by itself. */
const widths: Record<Script, number> = { latin: 0.58, cyrillic: 0.62, arabic: 0.52, ethiopic: 0.82 };

/** Lays the picture out from its words alone, so that it is the same on every phone. */
export function drawWay(answers: TrustTexts['answers'], language: Language): Drawing {
  const perUnit = widths[languages[language].script] * letter;
  const wrapped = (text: string, room: number) => wrap(text, Math.floor(room / perUnit));
  const yesLines = wrapped(answers.yes, width - branch - 8);
  let top = 0;
  let yesTop = 0;
  const boxes = stations.map(({ station, picture, withYes }, place): Box => {
    const first = withYes && !stations[place - 1]?.withYes;
    if (first) {
      yesTop = top - gap + 8;
      top = yesTop + yesLines.length * lineHeight + 8;
    }
    const start = withYes ? branch : 0;
    const lines = wrapped(answers[station].name, width - start - iconRoom - 12);
    const height = Math.max(64, lines.length * lineHeight + 20);
    const box = { station, picture, withYes, start, top, width: width - start, height, lines };
    top += height + (withYes && stations[place + 1]?.withYes ? 14 : gap);
    return box;
  });
  return { height: top - gap, boxes, yes: { top: yesTop, lines: yesLines } };
}

/** Breaks between words; a word that is longer than a line keeps a line of its own. */
export function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
