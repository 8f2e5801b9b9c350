import * as z from 'zod/mini';
import { LanguageCode } from '../../codes.ts';
import { ownWords, someOf } from './kinds.ts';

/** Module C: what the case worker writes down about the conversation. Newcomers are not asked this; they may read it. */
export const interview = z.object({
  documentKind: z.enum([
    'school-certificate',
    'training-certificate',
    'degree',
    'language-certificate',
    'licence',
    'work-reference',
    'other',
  ]),
  documentSeenOn: z.iso.date(),
  documentRemoved: z.enum(['removed']),
  interviewLanguage: LanguageCode,
  interviewInterpreter: z.enum(['none', 'professional', 'volunteer', 'companion']),
  interviewThirdPerson: z.enum(['yes', 'no']),
  interviewMode: z.enum(['in-person', 'phone', 'video']),
  interviewDuration: z.enum(['under-30', '30-60', '61-90', 'over-90']),
  /** How close the answers seem to be to reality. */
  interviewCloseness: z.enum(['not', 'little', 'partly', 'mostly', 'fully']),
  appraisal: ownWords(2000),
  nextSteps: someOf([
    'language-course',
    'recognition',
    'training',
    'practical-test',
    'application',
    'internship',
    'driving-licence',
    'childcare',
    'other-advice',
    'none',
  ]),
});
