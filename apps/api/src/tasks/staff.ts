import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { SiteId } from '@kannwas/schema/codes';
import * as z from 'zod';
import { makeAuth } from '../accounts/auth.ts';
import { createStaff } from '../accounts/store.ts';
import { settings } from '../config.ts';
import { requireSameKey } from '../db/key-check.ts';
import { migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open.ts';
import { failClearly } from '../fail.ts';
import { fingerprintOf, readSecrets } from '../secrets.ts';
import { getSite } from '../sites/store.ts';

const usage = `pnpm staff --name Carla --email carla@town.example --site hettstedt --role case-worker
pnpm staff --name Dmitri --email dmitri@town.example --site hettstedt --role employer --organisation "Fleischerei Dmitri"
pnpm staff --name Olu --email olu@town.example --role operator`;

const Person = z.discriminatedUnion('role', [
  z.object({ name: z.string().min(1), email: z.email(), role: z.literal('operator') }),
  z.object({
    name: z.string().min(1),
    email: z.email(),
    role: z.enum(['case-worker', 'coordinator', 'employer']),
    site: SiteId,
    organisation: z.string().trim().min(1).max(120).optional(),
  }),
]);

/** `pnpm staff`: creates an account and prints its password once. */
async function staff(): Promise<void> {
  const person = readPerson();
  const config = settings();
  const { db, close } = await openDatabase(config);
  try {
    await migrate(db);
    const password = randomBytes(12).toString('base64url');
    const secrets = readSecrets(config.SECRET_KEY, config.DATA_FOLDER);
    await requireSameKey(db, fingerprintOf(secrets));
    const auth = makeAuth(db, secrets, config);
    if (person.role === 'operator') await createStaff(db, auth, { ...person, password, operator: true });
    else {
      const { id: siteId } = await getSite(db, person.site);
      const { role, organisation } = person;
      await createStaff(db, auth, { ...person, password, plays: [{ siteId, role, organisation }] });
    }
    process.stdout.write(`${person.name} signs in with ${person.email} and this password: ${password}\n`);
  } finally {
    await close();
  }
}

/** @throws Error with the usage */
function readPerson(): z.infer<typeof Person> {
  const text = { type: 'string' } as const;
  const options = { name: text, email: text, site: text, role: text, organisation: text };
  try {
    const { values } = parseArgs({ options });
    return Person.parse(values);
  } catch {
    throw new Error(usage);
  }
}

staff().catch(failClearly);
