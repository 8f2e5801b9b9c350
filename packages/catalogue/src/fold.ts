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
  ۃ: 'ه',
  ک: 'ك',
  // Kurdish, Pashto, and Urdu have letters that the keyboards of their neighbours lack.
  ڵ: 'ل',
  ڕ: 'ر',
  ێ: 'ي',
  ۆ: 'و',
  ڤ: 'ف',
  ې: 'ي',
  ۍ: 'ي',
  ے: 'ي',
  ګ: 'گ',
  ټ: 'ت',
  ٹ: 'ت',
  ډ: 'د',
  ڈ: 'د',
  ړ: 'ر',
  ڑ: 'ر',
  ڼ: 'ن',
  ں: 'ن',
  ښ: 'ش',
  ږ: 'ژ',
  څ: 'چ',
  ...ethiopic(),
};

/** Ethiopic letters that sound alike today, in all seven orders: ሐ ኀ ኸ as ሀ, ሠ as ሰ, ፀ as ጸ, ዐ as አ; and ኣ as አ, ሃ as ሀ. */
function ethiopic(): Record<string, string> {
  const alike = { ሀ: 'ሐኀኸ', ሰ: 'ሠ', ጸ: 'ፀ', አ: 'ዐ' };
  const order = (first: string, step: number) => String.fromCodePoint((first.codePointAt(0) ?? 0) + step);
  const rows = Object.entries(alike).flatMap(([one, others]) =>
    [...one, ...others].flatMap((other) =>
      [0, 1, 2, 3, 4, 5, 6].map((step) => {
        // The first and the fourth order of these sound alike too.
        const isFourth = step === 3 && (one === 'ሀ' || one === 'አ');
        return [order(other, step), order(one, isFourth ? 0 : step)] as const;
      }),
    ),
  );
  return Object.fromEntries(rows);
}

/** Marks (harakat, accents), joiners, tatweel, apostrophes, and the dots of Leichte Sprache (Berufs·schule): written by some and left out by others. */
const leftOut = /[\p{M}\p{Cf}ـ'’ʼ`´·]/gu;

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
