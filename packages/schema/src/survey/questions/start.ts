import * as z from 'zod/mini';
import { LanguageCode } from '../../codes.ts';
import { Consent } from './kinds.ts';

/** Module 0: how the person is asked, and what the answers may be used for. */
export const start = z.object({
  listeningLanguages: z.array(LanguageCode).check(z.minLength(1), z.maxLength(10)),
  accompaniment: z.enum(['alone', 'helper', 'interpreter']),
  consentResult: Consent,
  consentCounselling: Consent,
  consentPool: Consent,
  consentStatistics: Consent,
  consentContact: Consent,
  /** The most important in three minutes, or everything in fifteen; whoever was short can go on at any time. */
  howMuch: z.enum(['short', 'full']),
});
