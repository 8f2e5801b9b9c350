import { betterAuth } from 'better-auth';
import type { Config } from '../config.ts';
import type { Db } from '../db/database.ts';
import type { Secrets } from '../secrets.ts';

/** A session nobody uses for so long is over. */
export const idleSeconds = 8 * 60 * 60;
/** A session is over after so long however much it is used; `findActor` sees to it. */
export const absoluteSeconds = 7 * 24 * 60 * 60;
/** How late the end of a session in use may be moved on: one write in so many seconds instead of one a request. */
const moveOnSeconds = 5 * 60;

const cookiePrefix = 'kannwas';
/** Stands in the name of the session cookie, over http and https alike. */
export const sessionCookie = `${cookiePrefix}.session_token`;

export const passwordLength = { least: 12, most: 200 };

/**
 * Makes the keeper of staff sessions. Its own HTTP handler is never mounted: our contract stands in front, so nobody
 * can sign up, and its checks of origin and rate are done by us (`origin.ts`, `attempts.ts`).
 */
export function makeAuth(db: Db, secrets: Secrets, config: Pick<Config, 'PUBLIC_URL'>) {
  return betterAuth({
    appName: 'Kannwas',
    // No address of ours is ever made from this one; without any, better-auth looks for it in the environment.
    baseURL: config.PUBLIC_URL ?? 'http://localhost',
    secret: secrets.sessions.toString('hex'),
    database: { db, type: 'postgres' },
    user: { modelName: 'staff' },
    session: { modelName: 'staff_session', expiresIn: idleSeconds, updateAge: moveOnSeconds },
    account: { modelName: 'staff_credential' },
    verification: { modelName: 'staff_verification' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    advanced: {
      cookiePrefix,
      useSecureCookies: config.PUBLIC_URL?.startsWith('https:') ?? false,
      // Where staff sit is nobody's business; the slow-down keeps its own hash of the address.
      ipAddress: { disableIpTracking: true },
      // The tables are made by our migrations.
      database: { validateSchema: false },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // It would write e-mail addresses; what fails is answered, and logged, by us.
    logger: { disabled: true },
  });
}

export type Auth = ReturnType<typeof makeAuth>;
