import * as z from 'zod/mini';
import { CardCode, CountryCode, FieldCode, OccupationCode } from '../../codes.ts';
import { ownWords, someOf, Voice, Year } from './kinds.ts';

/** Modules 7 and 8: work and life experience. Unpaid work is first-class: most women's skills are there. */
export const work = z.object({
  experienceKind: z.enum([
    'paid',
    'own-business',
    'family-business',
    'unpaid-trainee',
    'household',
    'care',
    'volunteering',
    'none-yet',
  ]),
  experienceOccupation: OccupationCode,
  /** Where the catalogue has no fitting word. */
  experienceOwnWords: ownWords(200),
  experienceDuration: z.enum(['under-1', '1-2', '3-5', '6-10', 'over-10']),
  experienceLastYear: Year,
  experienceCountry: CountryCode,
  /** Pieces of this work that the person has done at all; each is then asked about. */
  experienceTasks: z.array(CardCode).check(z.maxLength(15)),
  taskOften: z.enum(['never', 'rarely', 'often', 'very-often']),
  taskToday: z.enum(['no', 'with-help', 'yes']),
  experienceRemoved: z.enum(['removed']),
});

/** Module 9: what can be used at once. Licences are the classes of FeV § 6, of any country. */
export const practical = z.object({
  licences: someOf([
    'B',
    'BE',
    'C1',
    'C1E',
    'C',
    'CE',
    'D1',
    'D1E',
    'D',
    'DE',
    'AM',
    'A1',
    'A2',
    'A',
    'T',
    'L',
    'forklift',
    'adr',
    'other',
    'none',
  ]),
  licenceFrom: z.enum(['germany', 'elsewhere', 'both', 'unsure']),
  machines: someOf([
    'tractor',
    'digger',
    'crane',
    'wood',
    'metal',
    'cnc',
    'sewing',
    'kitchen',
    'cleaning',
    'printing',
    'other',
    'none',
  ]),
  papers: someOf([
    'welding',
    'electrical',
    'food-hygiene',
    'first-aid',
    'crane',
    'digger',
    'lifting-platform',
    'scaffold',
    'chainsaw',
    'pesticide',
    'security',
    'other',
    'none',
  ]),
  /** The five areas of DigComp, each as one thing that somebody can do alone. */
  digital: someOf(['search', 'messages', 'documents', 'safety', 'problems', 'none']),
});

/** Module 10: strengths, and what the person would like to do. */
export const strengths = z.object({
  strengths: someOf(
    [
      'reliable',
      'quick-learner',
      'teamwork',
      'patient',
      'careful',
      'organised',
      'independent',
      'creative',
      'friendly',
      'calm',
      'helpful',
      'leading',
      'handy',
      'technical',
      'numbers',
      'strong',
    ],
    5,
  ),
  strengthExample: ownWords(500),
  /** The same, said instead of written. */
  strengthVoice: Voice,
  wantedFields: z.array(FieldCode).check(z.minLength(1), z.maxLength(3)),
  selfEmployment: z.enum(['yes', 'maybe', 'no']),
});
