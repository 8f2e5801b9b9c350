import type { LanguageCode } from '@kannwas/schema/codes';

/** Languages that newcomers speak, ISO 639-3. A language that is missing is told in the person's own words. */
export const spokenLanguages: readonly LanguageCode[] = (
  'aar aka amh ara aze bal bam bel ben bos bul byn ces ckb deu dyu ell eng ewe fra ful hau hin hrv hun hye ' +
  'ibo ita kab kat kaz kin kir kmr kri lav lin lit mkd mnk mon mya nep nld orm pan pes pol por prs pus rif rom ron ' +
  'run rus sin slk snk som spa sqi srp sus swa syr tam tgk tgl tha tig tir tuk tur uig ukr urd uzb vie wol yor zho zza'
).split(' ');
