import { getDocumentProxy } from 'unpdf';

type Placed = { str: string; x: number; y: number; right: number };
/** What stands on a page: its text by column, and the addresses that it links to. */
export type Read = {
  pages: number;
  left: string;
  right: string;
  all: string;
  links: string[];
  title: string;
};

/** Above it is the page, below it the foot. */
const foot = 42;

/**
 * Reads a paper as a program for reading aloud does: letters by their code, not by their shape. Glyphs stand in the order of
 * ink; they are put back into the order of reading, from the side on which the column begins.
 */
export async function readPdf(bytes: Uint8Array, ownIsRightToLeft: boolean): Promise<Read> {
  const pdf = await getDocumentProxy(Uint8Array.from(bytes));
  const found: Read = { pages: pdf.numPages, left: '', right: '', all: '', links: [], title: '' };
  const { info } = await pdf.getMetadata();
  found.title = 'Title' in info ? String(info.Title) : '';
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width = 0] = page.view;
    const { items } = await page.getTextContent();
    const placed = items.flatMap((item): Placed[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, , , , x = 0, y = 0] = item.transform as number[];
      return y < foot ? [] : [{ str: item.str, x, y, right: x + item.width }];
    });
    const inLeft = ({ x, right }: Placed) => (x + right) / 2 < width / 2;
    found.left += textOf(placed.filter(inLeft), false);
    found.right += textOf(
      placed.filter((item) => !inLeft(item)),
      ownIsRightToLeft,
    );
    found.all += textOf(placed, false);
    for (const { url } of await page.getAnnotations()) if (url) found.links.push(url);
  }
  return found;
}

function textOf(items: readonly Placed[], rightToLeft: boolean): string {
  const lines = Map.groupBy(items, ({ y }) => Math.round(y));
  const inOrder = [...lines].toSorted(([one], [other]) => other - one);
  return inOrder.map(([, line]) => lineOf(line, rightToLeft)).join(' ');
}

/** Turns the order of ink into that of reading: what runs the other way inside a line is turned round as a whole. */
function lineOf(line: readonly Placed[], rightToLeft: boolean): string {
  const along = line.toSorted((a, b) => (rightToLeft ? b.x - a.x : a.x - b.x));
  const read: string[] = [];
  let against: string[] = [];
  let between: string[] = [];
  const end = () => {
    read.push(...against.toReversed(), ...between);
    [against, between] = [[], []];
  };
  for (const { str } of along) {
    const isWord = /[\p{L}\p{N}]/u.test(str);
    if (isWord && /\p{Script=Arabic}/u.test(str) !== rightToLeft) {
      against.push(...between, str);
      between = [];
    } else if (isWord || /[·،]/.test(str) || against.length === 0) {
      // The parts of a list stand in the order of the line, each turned round by itself.
      end();
      read.push(str);
    } else between.push(str);
  }
  end();
  return read.join(' ');
}

/**
 * Letters and digits alone: marks of direction, brackets, and spaces stand where the eye wants them. Without alef and vowel
 * marks, because this reader turns round what stands for two letters, such as lam with alef.
 */
export const bare = (text: string): string =>
  text.normalize('NFKC').replace(/[\p{M}\u0627\u0622\u0623\u0625]|[^\p{L}\p{N}]/gu, '');

/** A word with a mark above it is read in pieces: so many letters may lie between two words. */
const mostBetween = 40;

/** Tells whether a column holds the words of a text in their order. Where the marks of a word stand, this reader cannot tell. */
export function holds(column: string, text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => !/\p{M}/u.test(word));
  const [first = '', ...others] = words.map(bare).filter((word) => word !== '');
  for (let start = column.indexOf(first); start !== -1; start = column.indexOf(first, start + 1)) {
    let end = start + first.length;
    const follows = (word: string) => {
      const at = column.indexOf(word, end);
      if (at === -1 || at - end > mostBetween) return false;
      end = at + word.length;
      return true;
    };
    if (others.every(follows)) return true;
  }
  return false;
}
