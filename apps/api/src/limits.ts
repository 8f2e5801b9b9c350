import { type SignInLimits, signInLimits } from './accounts/attempts.ts';

/** How much one address may do in a minute (`allCodes`: all together), and how failed sign-ins slow down. */
export type Limits = {
  requests: number;
  starts: number;
  codes: number;
  allCodes: number;
  /** Papers, each of which keeps the server busy for a moment. */
  papers: number;
  signIn: SignInLimits;
  publishing: PublishingLimits;
  /** So many milliseconds may work wait for its turn; above, requests are told to come back. 0: as long as it likes. */
  delay: number;
};

/**
 * How often an epoch may be published: after so many days, or sooner where something changed for so many people in one
 * district. The fewer people change between two epochs, the more each of them stands out.
 */
export type PublishingLimits = { days: number; daysAfterChanges: number; changes: number };

/**
 * What holds unless a test of something else says so. An accommodation has one address for hundreds of phones, so the
 * bound on requests is wide; the narrow ones stand where guessing or flooding would pay.
 */
export const limits: Limits = {
  requests: 3000,
  starts: 30,
  codes: 10,
  allCodes: 1200,
  papers: 30,
  signIn: signInLimits,
  publishing: { days: 28, daysAfterChanges: 7, changes: 20 },
  delay: 2_000,
};
