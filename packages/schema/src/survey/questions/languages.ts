import * as z from 'zod/mini';
import { LanguageCode } from '../../codes.ts';
import { Skill, someOf } from './kinds.ts';

/** Module 3: languages. The three `other…` are asked for each of the other languages. */
export const languages = z.object({
  motherTongue: LanguageCode,
  motherTongueSpeaking: Skill,
  motherTongueReading: Skill,
  motherTongueWriting: Skill,
  schoolLanguage: LanguageCode,
  schoolLanguageSpeaking: Skill,
  schoolLanguageReading: Skill,
  schoolLanguageWriting: Skill,
  germanSpeaking: Skill,
  germanReading: Skill,
  germanWriting: Skill,
  germanCertificate: z.enum(['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']),
  englishSpeaking: Skill,
  englishReading: Skill,
  englishWriting: Skill,
  otherLanguages: z.array(LanguageCode).check(z.maxLength(15)),
  otherSpeaking: Skill,
  otherReading: Skill,
  otherWriting: Skill,
  alphabets: someOf(['latin', 'arabic', 'cyrillic', 'ethiopic', 'other', 'none']),
});
