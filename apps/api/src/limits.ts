import { type SignInLimits, signInLimits } from './accounts/attempts.ts';

/** How much one address may do in a minute, and how failed sign-ins slow down. */
export type Limits = { requests: number; starts: number; codes: number; signIn: SignInLimits };

/** What holds unless a test of something else says so. */
export const limits: Limits = { requests: 600, starts: 30, codes: 10, signIn: signInLimits };
