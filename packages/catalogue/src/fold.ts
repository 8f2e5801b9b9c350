// Letters that people exchange when they type, and that Unicode does not decompose by itself.
const exchanged: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  // Ukrainian and Russian keyboards: і and и, є and е stand for each other; ё, ї and й lose their dots as marks.
  і: 'и',
  ы: 'и',
  є: 'е',
  э: 'е',
  ґ: 'г',
  // Arabic written with the letters of another keyboard or without care for the ending. Hamza falls as a mark.
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ک: 'ك',
};

/** Marks (harakat, accents), joiners, tatweel, and apostrophes: written by some and left out by others. */
const leftOut = /[\p{M}\p{Cf}ـ'’ʼ`´]/gu;

/** Turns a text into the form in which spellings are compared: case, marks and letter variants are gone. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(leftOut, '');
  let folded = '';
  for (const letter of bare) folded += exchanged[letter] ?? letter;
  return folded;
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
