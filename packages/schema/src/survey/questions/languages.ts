import * as z from 'zod/mini';
import { LanguageCode } from '../../codes.ts';
import { Skill } from './kinds.ts';

/** Module 3: languages. */
export const languages = z.object({
  motherTongue: LanguageCode,
  motherTongueReading: Skill,
  schoolLanguage: LanguageCode,
  germanSpeaking: Skill,
  germanReading: Skill,
  germanWriting: Skill,
  germanCertificate: z.enum(['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2']),
  englishSpeaking: Skill,
  englishReading: Skill,
  englishWriting: Skill,
  otherLanguages: z.array(LanguageCode).check(z.maxLength(15)),
  alphabets: z
    .array(z.enum(['latin', 'arabic', 'cyrillic', 'ethiopic', 'other', 'none']))
    .check(z.minLength(1)),
});
