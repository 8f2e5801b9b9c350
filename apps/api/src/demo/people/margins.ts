import type { CountryCode, Language, LanguageCode } from '@kannwas/schema/codes';
import type { Said } from '@kannwas/schema/survey/questions';
import { type Weighted, weights } from './random.ts';
import { asAmongAsylumSeekers, asInUkraine, type Schooling } from './schooling.ts';

/**
 * Margins of the synthetic people. Nobody in them is real. A line without a source is an assumption of ours, made so
 * that the demo looks like a small town in Saxony-Anhalt, and is no published figure.
 */
export type Origin = {
  /** Weight among all. Saxony-Anhalt, end of 2024 (Statistisches Landesamt: 28,985 from Ukraine, 22,795 from Syria,
   * 7,615 from Afghanistan, 2,915 from Turkey, 1,795 from Iraq, of about 79,300); the rest shared out as in Germany
   * at the end of 2025 (UNHCR Refugee Population Statistics, CC BY 4.0). */
  share: number;
  /** Women and men of 18 to 59, and everybody over 60, in percent of all ages: Germany 2025, UNHCR as above. */
  women: number;
  men: number;
  over60: number;
  schooling: Schooling;
  /** Years; assumed, with the peaks of 2015 and 2022 and those who came since. */
  arrival: readonly Weighted<string>[];
  country: CountryCode;
  motherTongues: readonly Weighted<LanguageCode>[];
  schoolLanguage: LanguageCode;
  alsoSpoken: readonly LanguageCode[];
  alphabet: Said<'alphabets'>[number];
  /** In which language people fill in the survey. */
  surveyed: readonly Weighted<Language>[];
  names: { women: readonly string[]; men: readonly string[] };
};

const since2022 = weights({ 2022: 60, 2023: 16, 2024: 11, 2025: 9, 2026: 4 });
const since2015 = weights({
  2015: 28,
  2016: 14,
  2017: 5,
  2018: 5,
  2019: 5,
  2020: 4,
  2021: 8,
  2022: 11,
  2023: 12,
  2024: 5,
  2025: 3,
});

const inArabic = weights({ ar: 86, de: 10, en: 4 });
const inGermanOrEnglish = weights({ de: 55, en: 45 });

const later = { schooling: asAmongAsylumSeekers, arrival: since2015 };

export const origins: readonly Origin[] = [
  {
    share: 36.6,
    women: 32.7,
    men: 20.8,
    over60: 12,
    schooling: asInUkraine,
    arrival: since2022,
    country: 'UA',
    motherTongues: weights({ ukr: 72, rus: 28 }),
    schoolLanguage: 'ukr',
    alsoSpoken: ['rus', 'pol'],
    alphabet: 'cyrillic',
    surveyed: weights({ uk: 88, de: 8, en: 4 }),
    names: {
      women: ['Olena', 'Iryna', 'Natalija', 'Оксана', 'Kateryna', 'Світлана', 'Halyna', 'Julija', 'Марія'],
      men: ['Oleksandr', 'Andrij', 'Serhij', 'Іван', 'Mykola', 'Василь', 'Petro'],
    },
  },
  {
    ...later,
    share: 28.7,
    women: 20.4,
    men: 43.6,
    over60: 3.8,
    country: 'SY',
    motherTongues: weights({ ara: 84, kmr: 15, syr: 1 }),
    schoolLanguage: 'ara',
    alsoSpoken: ['tur', 'kmr'],
    alphabet: 'arabic',
    surveyed: inArabic,
    names: {
      women: ['Rima', 'أمل', 'Hanan', 'فاطمة', 'Sawsan', 'Maha', 'نور'],
      men: ['Ahmad', 'محمد', 'Khaled', 'Omar', 'يوسف', 'Bassel', 'Mahmoud', 'Samer'],
    },
  },
  {
    ...later,
    share: 9.6,
    women: 21.1,
    men: 43.4,
    over60: 3.8,
    country: 'AF',
    motherTongues: weights({ prs: 58, pus: 34, uzb: 8 }),
    schoolLanguage: 'prs',
    alsoSpoken: ['pus', 'pes', 'urd'],
    alphabet: 'arabic',
    surveyed: inGermanOrEnglish,
    names: {
      women: ['Zahra', 'Shabnam', 'مریم', 'Laila', 'Parwana'],
      men: ['Ali', 'Hamid', 'Najib', 'رحیم', 'Farid', 'Ismail'],
    },
  },
  {
    ...later,
    share: 3.7,
    women: 21.4,
    men: 45.1,
    over60: 4.8,
    country: 'TR',
    motherTongues: weights({ tur: 62, kmr: 38 }),
    schoolLanguage: 'tur',
    alsoSpoken: ['kmr'],
    alphabet: 'latin',
    surveyed: inGermanOrEnglish,
    names: { women: ['Elif', 'Zeynep', 'Rojin'], men: ['Mehmet', 'Baran', 'Emre', 'Serkan'] },
  },
  {
    ...later,
    share: 2.3,
    women: 26.8,
    men: 36.5,
    over60: 4.9,
    country: 'IQ',
    motherTongues: weights({ ara: 55, ckb: 27, kmr: 18 }),
    schoolLanguage: 'ara',
    alsoSpoken: ['ckb', 'tur'],
    alphabet: 'arabic',
    surveyed: inArabic,
    names: { women: ['Shirin', 'زينب', 'Noor'], men: ['Hassan', 'Karwan', 'علي', 'Mustafa'] },
  },
  {
    ...later,
    share: 4.6,
    women: 21.9,
    men: 45.3,
    over60: 1.3,
    country: 'ER',
    motherTongues: weights({ tir: 92, tig: 8 }),
    schoolLanguage: 'tir',
    alsoSpoken: ['ara', 'amh'],
    alphabet: 'ethiopic',
    surveyed: inGermanOrEnglish,
    names: { women: ['Selam', 'Helen', 'Mebrat'], men: ['Berhane', 'Yonas', 'ተስፋይ', 'Filmon'] },
  },
  {
    ...later,
    share: 3.7,
    women: 29.2,
    men: 46.3,
    over60: 8.5,
    country: 'IR',
    motherTongues: weights({ pes: 82, aze: 10, kmr: 8 }),
    schoolLanguage: 'pes',
    alsoSpoken: ['tur'],
    alphabet: 'arabic',
    surveyed: inGermanOrEnglish,
    names: { women: ['Nasrin', 'Sara', 'مینا'], men: ['Reza', 'Behrouz', 'Amir'] },
  },
  {
    ...later,
    share: 3.1,
    women: 28.4,
    men: 32.6,
    over60: 1.2,
    country: 'SO',
    motherTongues: weights({ som: 100 }),
    schoolLanguage: 'som',
    alsoSpoken: ['ara', 'swa'],
    alphabet: 'latin',
    surveyed: weights({ en: 60, de: 25, ar: 15 }),
    names: { women: ['Hodan', 'Ayaan', 'Fartun'], men: ['Abdi', 'Yusuf', 'Liban'] },
  },
  {
    ...later,
    share: 2,
    women: 28.4,
    men: 31.6,
    over60: 8,
    country: 'RU',
    motherTongues: weights({ rus: 100 }),
    schoolLanguage: 'rus',
    alsoSpoken: ['ukr'],
    alphabet: 'cyrillic',
    surveyed: weights({ de: 50, en: 30, uk: 20 }),
    names: { women: ['Anna', 'Jelena', 'Татьяна'], men: ['Dmitrij', 'Алексей', 'Ruslan'] },
  },
  {
    ...later,
    share: 1.2,
    women: 28.1,
    men: 19.9,
    over60: 0.6,
    country: 'NG',
    motherTongues: weights({ yor: 35, ibo: 35, hau: 30 }),
    schoolLanguage: 'eng',
    alsoSpoken: ['ita'],
    alphabet: 'latin',
    surveyed: weights({ en: 90, de: 10 }),
    names: { women: ['Blessing', 'Joy', 'Amara'], men: ['Emeka', 'Tunde', 'Musa'] },
  },
];
