import { makeAuth } from '@kannwas/api/accounts/auth';
import { createStaff, type NewStaff } from '@kannwas/api/accounts/store';
import { type AppOptions, buildApp } from '@kannwas/api/app';
import type { Opened } from '@kannwas/api/db/open';
import { makeRulesOf } from '@kannwas/api/pool/rules';
import { deriveSecrets, type Secrets } from '@kannwas/api/secrets';
import { saveSite } from '@kannwas/api/sites/store';
import { type Press, publish } from '@kannwas/api/snapshots/publish';
import { listPlaces } from '@kannwas/api/snapshots/store';
import { allLayers, type Layers } from '@kannwas/disclosure/layers';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import type { Place } from '@kannwas/schema/pool/table';
import type { Answers } from '@kannwas/schema/survey/questions';
import { moveInEach } from '../support/crowd.ts';
import { request } from '../support/newcomers.ts';
import { cookieOf } from '../support/people.ts';
import { townLimits } from '../support/town.ts';
import { answersOf } from './answers.ts';
import { Account } from './api.ts';
import { type Databases, embedded } from './databases.ts';
import { districts, type Person } from './population.ts';

/** A running instance that is attacked: the real application on a database of its own, listening on a port. */
export type Instance = {
  url: string;
  opened: Opened;
  secrets: Secrets;
  /** Founds a site, loads its people through the normal path, and publishes a first epoch. @param more what else each says */
  settle: (
    siteId: string,
    people: readonly Person[],
    more?: (person: Person, nth: number) => Answers,
  ) => Promise<Town>;
  /** Signs in an employer who may ask at these sites. */
  employ: (...towns: readonly Town[]) => Promise<Account>;
  /** Signs in somebody who plays these parts. */
  hire: (...plays: readonly Play[]) => Promise<Account>;
  /** Starts the application anew on the same database. @param other layers instead of those it had */
  restart: (other?: Layers) => Promise<void>;
  close: () => Promise<void>;
};

type Play = NonNullable<NewStaff['plays']>[number];

/** A site with the truth about it, which no attack reads but to judge itself and for what it is said to know. */
export type Town = {
  siteId: string;
  people: readonly Person[];
  /** The ids of their responses. */
  ids: readonly string[];
  places: () => Promise<Place[]>;
  publish: () => Promise<void>;
};

type Setting = {
  databases?: Databases;
  /** Other keys give other noise. */
  secret?: number;
  /** What is taken away from the protection; budgets are off. */
  layers?: Layers;
  /** What is written down while it runs. */
  logger?: AppOptions['logger'];
};

export async function startInstance({
  databases = embedded,
  secret = 1,
  layers = { ...allLayers, budget: false },
  logger = false,
}: Setting = {}): Promise<Instance> {
  const opened = await databases.open();
  const { db } = opened;
  const secrets = deriveSecrets(Buffer.alloc(32, secret));
  // Attackers, program, and embedded database share one process: what they do together is no load of the program.
  const limits = { ...townLimits, delay: 0 };
  const press: Press = { opened, secrets, rulesOf: makeRulesOf(secrets, layers), limits: limits.publishing };
  const config = { CORS_ORIGINS: [], PUBLIC_URL: undefined, TRUST_PROXY: false };
  const listen = async (withLayers = layers) => {
    const app = await buildApp({ opened, secrets, config, limits, layers: withLayers, logger });
    return { app, url: await app.listen({ port: 0, host: '127.0.0.1' }) };
  };
  let running = await listen();
  let accounts = 0;

  return {
    opened,
    secrets,
    get url() {
      return running.url;
    },
    settle: async (siteId, people, more) => {
      const places = districts.map((code) => ({ code, name: code }));
      await saveSite(db, { id: siteId, name: siteId, demo: false, languages: ['de'], districts: places });
      const answers = people.map((person, nth) => ({ ...answersOf(person), ...more?.(person, nth) }));
      const ids = await moveInEach(db, answers, siteId);
      const town = {
        siteId,
        people,
        ids,
        places: async () => listPlaces(db, siteId, await lastEpoch(siteId)),
        publish: async () => {
          await publish(press, siteId);
        },
      };
      await town.publish();
      return town;
    },
    employ: (...towns) => hire(...towns.map(({ siteId }) => ({ siteId, role: 'employer' as const }))),
    hire,
    restart: async (other) => {
      await running.app.close();
      running = await listen(other);
    },
    close: async () => {
      await running.app.close();
      await opened.close();
    },
  };

  async function hire(...plays: readonly Play[]): Promise<Account> {
    accounts += 1;
    const mallory = { email: `mallory${accounts}@example.org`, password: 'Mallory has a long password' };
    await createStaff(db, makeAuth(db, secrets, config), { ...mallory, name: 'Mallory', plays });
    const reply = await request(running.url, accountsEndpoints.signIn, { body: mallory });
    return new Account(() => running.url, { cookie: cookieOf(reply) });
  }

  async function lastEpoch(siteId: string): Promise<number> {
    const { epoch } = await db
      .selectFrom('snapshot')
      .select('epoch')
      .where('site_id', '=', siteId)
      .where('state', '=', 'published')
      .orderBy('epoch', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    return epoch;
  }
}
