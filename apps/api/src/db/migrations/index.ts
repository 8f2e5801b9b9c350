import type { Migration } from 'kysely/migration';
import { sitesAndAccounts } from './0001-sites-and-accounts.ts';
import { responses } from './0002-responses.ts';
import { snapshots } from './0003-snapshots.ts';
import { gaps } from './0004-gaps.ts';
import { signInAttempts } from './0005-sign-in-attempts.ts';
import { keyCheck } from './0006-key-check.ts';
import { pool } from './0007-pool.ts';
import { poolRole } from './0008-pool-role.ts';
import { esco } from './0009-esco.ts';
import { clips } from './0010-clips.ts';
import { recordings } from './0012-recordings.ts';
import { passports } from './0013-passports.ts';
import { erasure } from './0014-erasure.ts';
import { offers } from './0017-offers.ts';

/** Every migration in order. A released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-sites-and-accounts': { up: sitesAndAccounts },
  '0002-responses': { up: responses },
  '0003-snapshots': { up: snapshots },
  '0004-gaps': { up: gaps },
  '0005-sign-in-attempts': { up: signInAttempts },
  '0006-key-check': { up: keyCheck },
  '0007-pool': { up: pool },
  '0008-pool-role': { up: poolRole },
  '0009-esco': { up: esco },
  '0010-clips': { up: clips },
  '0012-recordings': { up: recordings },
  '0013-passports': { up: passports },
  '0014-erasure': { up: erasure },
  '0017-offers': { up: offers },
};
