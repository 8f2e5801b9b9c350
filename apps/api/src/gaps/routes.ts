import { civilianGroups } from '@kannwas/catalogue/occupations';
import { gapsEndpoints } from '@kannwas/schema/gaps';
import { mayWith } from '@kannwas/schema/rights';
import type { FastifyInstance } from 'fastify';
import { type Actor, rolesAt } from '../actor.ts';
import type { Db } from '../db/database.ts';
import type { Pool } from '../pool/ask.ts';
import { ProblemError } from '../problem.ts';
import { type Doorway, route } from '../route.ts';
import { getSite } from '../sites/store.ts';
import { coverage, gapTable } from './analyse.ts';
import {
  addDemand,
  listDemand,
  listDenominators,
  type Reach,
  removeDemand,
  saveDenominators,
} from './store.ts';

export function gapsRoutes(
  app: FastifyInstance,
  doorway: Doorway,
  { db, pool }: { db: Db; pool: Pool },
): void {
  route(app, doorway, gapsEndpoints.denominators, async ({ params }) => ({
    denominators: await listDenominators(db, params.siteId),
  }));

  route(
    app,
    doorway,
    gapsEndpoints.saveDenominators,
    async ({ params: { siteId }, body: { denominators } }) => {
      const districts = denominators.map(({ district }) => district);
      if (new Set(districts).size < districts.length) {
        throw new ProblemError('invalid', [{ path: 'denominators', code: 'twice' }]);
      }
      await requireDistricts(db, siteId, districts);
      await saveDenominators(db, siteId, denominators);
      return { saved: denominators.length };
    },
  );

  route(app, doorway, gapsEndpoints.coverage, ({ params }) => coverage({ db, pool, ...params }));

  route(app, doorway, gapsEndpoints.listDemand, async ({ actor, params }) => ({
    demand: await listDemand(db, reachOf(actor, params.siteId)),
  }));

  route(app, doorway, gapsEndpoints.addDemand, async ({ actor, params: { siteId }, body }) => {
    if (!civilianGroups.includes(body.occupation)) {
      throw new ProblemError('invalid', [{ path: 'occupation', code: 'invalid_value' }]);
    }
    await requireDistricts(db, siteId, [body.district]);
    return addDemand(db, reachOf(actor, siteId), body);
  });

  route(app, doorway, gapsEndpoints.removeDemand, async ({ actor, params }) => {
    await removeDemand(db, reachOf(actor, params.siteId), params.demandId);
    return { removed: true };
  });

  route(app, doorway, gapsEndpoints.gaps, ({ params }) => gapTable({ db, pool, ...params }));
}

/** @throws ProblemError districtUnknown */
async function requireDistricts(db: Db, siteId: string, named: readonly string[]): Promise<void> {
  const known = new Set((await getSite(db, siteId)).districts.map(({ code }) => code));
  if (!named.every((code) => known.has(code))) throw new ProblemError('districtUnknown');
}

function reachOf(actor: Actor, siteId: string): Reach {
  return { siteId, staffId: actor.staffId, all: mayWith(rolesAt(actor, siteId), 'demand.all') };
}
