import type { Language, LanguageCode } from '@kannwas/schema/codes';

/** Languages that newcomers speak, ISO 639-3. A language that is missing is told in the person's own words. */
export const spokenLanguages: readonly LanguageCode[] = (
  'aar aka amh ara aze bal bam bel ben bos bul byn ces ckb deu dyu ell eng ewe fra ful hau hin hrv hun hye ' +
  'ibo ita kab kat kaz kin kir kmr kri lav lin lit mkd mnk mon mya nep nld orm pan pes pol por prs pus rif rom ron ' +
  'run rus sin slk snk som spa sqi srp sus swa syr tam tgk tgl tha tig tir tuk tur uig ukr urd uzb vie wol yor zho zza'
).split(' ');

/**
 * Our own names where ICU has none, or one that misleads or hurts: "Syriac" reads as the language of Syria in German
 * and Ukrainian, Romani gets a slur in Arabic and Ukrainian, Kurmanji is called just "Kurdish".
 */
export const ownNames: Readonly<Record<Language, Readonly<Record<LanguageCode, string>>>> = {
  de: {
    ckb: 'Kurdisch (Sorani)',
    kmr: 'Kurdisch (Kurmandschi)',
    mnk: 'Mandinka',
    pes: 'Persisch (Farsi)',
    syr: 'Aramäisch (Assyrisch, Suryoyo)',
  },
  en: {
    ckb: 'Kurdish (Sorani)',
    kmr: 'Kurdish (Kurmanji)',
    mnk: 'Mandinka',
    pes: 'Persian (Farsi)',
    rom: 'Romani',
    syr: 'Aramaic (Assyrian, Suryoyo)',
  },
  ar: {
    ckb: 'الكردية (السورانية)',
    kmr: 'الكردية (الكرمانجية)',
    kri: 'الكريو',
    mnk: 'الماندينكا',
    rif: 'الريفية',
    rom: 'لغة الروما',
    syr: 'السريانية (الآرامية، الآشورية)',
  },
  uk: {
    ckb: 'Курдська (сорані)',
    kmr: 'Курдська (курманджі)',
    kri: 'Кріо',
    mnk: 'Мандинка',
    pes: 'Перська (фарсі)',
    rif: 'Рифська',
    rom: 'Ромська',
    syr: 'Арамейська (ассирійська, суройо)',
  },
};
