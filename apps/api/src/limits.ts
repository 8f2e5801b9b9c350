import { type SignInLimits, signInLimits } from './accounts/attempts.ts';

/** How much one address may do in a minute (`allCodes`: all together), and how failed sign-ins slow down. */
export type Limits = {
  requests: number;
  starts: number;
  codes: number;
  allCodes: number;
  signIn: SignInLimits;
};

/**
 * What holds unless a test of something else says so. An accommodation has one address for hundreds of phones, so the
 * bound on requests is wide; the narrow ones stand where guessing or flooding would pay.
 */
export const limits: Limits = { requests: 3000, starts: 30, codes: 10, allCodes: 1200, signIn: signInLimits };
