import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolQuery } from '@kannwas/schema/pool/grammar';
import { ProblemError } from '../../problem.ts';
import { type Answered, answer, answerBoard, answerCoverage } from './answer.ts';
import { type Ground, loadGround, type Means } from './ground.ts';
import { type EpochOfSite, findPublished } from './store.ts';

/** Answers questions about the last published epoch of any site. It reads and never writes. */
export type Engine = {
  /** @throws ProblemError noSnapshotYet, invalid, districtUnknown */
  answer: (siteId: string, query: PoolQuery) => Promise<Answered>;
  /** Everybody who consented to statistics, in all and by place. @throws ProblemError noSnapshotYet */
  answerCoverage: (siteId: string) => Promise<Answered>;
  /** The pool by sub-major group and place, for the board of gaps. @throws ProblemError noSnapshotYet */
  answerBoard: (siteId: string) => Promise<Answered>;
};

/** So many tables of an epoch are kept as they were answered. */
const keptAnswers = 300;
type Served = { ground: Ground; answers: Map<string, Promise<Answered>> };
type Site = { served?: Served; loading?: Loading };
type Loading = { name: string; done: Promise<Served>; until: number };

/** @param patience so many milliseconds after an epoch was found, questions no longer wait for it: the one before answers */
export function makeEngine(means: Means, patience = 2_000): Engine {
  const sites = new Map<string, Site>();

  async function servedAt(siteId: string): Promise<Served> {
    const last = await findPublished(means.reading.db, siteId);
    if (!last) throw new ProblemError('noSnapshotYet');
    const site = sites.get(siteId) ?? {};
    sites.set(siteId, site);
    const { served } = site;
    const isCurrent =
      served?.ground.epoch.epoch === last.epoch && served.ground.epoch.revision === last.revision;
    if (served && isCurrent) return served;
    const { done, until } = load(siteId, site, last);
    if (!served) return done;
    // The old epoch is served until the new one is whole.
    const left = Math.max(0, until - performance.now());
    return Promise.race([done.catch(() => served), sleep(left, served, { ref: false })]);
  }

  /** However many ask, an epoch is loaded once. */
  function load(
    siteId: string,
    site: Site,
    { epoch, revision }: Pick<EpochOfSite, 'epoch' | 'revision'>,
  ): Loading {
    const name = `${epoch}/${revision}`;
    if (site.loading?.name === name) return site.loading;
    const done = loadGround(means, siteId, epoch).then((ground) => {
      if (!ground) throw new ProblemError('noSnapshotYet');
      const served = { ground, answers: new Map() };
      if (site.loading?.name === name) {
        site.served = served;
        delete site.loading;
      }
      return served;
    });
    done.catch(() => {
      if (site.loading?.name === name) delete site.loading;
    });
    site.loading = { name, done, until: performance.now() + patience };
    return site.loading;
  }

  async function once(siteId: string, name: string, make: (ground: Ground) => Promise<Answered>) {
    const { ground, answers } = await servedAt(siteId);
    const already = answers.get(name);
    // What was asked lately moves to the end, and the first is forgotten.
    if (already) answers.delete(name);
    const answering = already ?? make(ground);
    answers.set(name, answering);
    for (const [oldest] of answers) if (answers.size > keptAnswers) answers.delete(oldest);
    if (!already) answering.catch(() => answers.delete(name));
    return answering;
  }

  return {
    answer: (siteId, query) => once(siteId, nameOf(query), (ground) => answer(ground, query)),
    answerCoverage: (siteId) => once(siteId, 'coverage', answerCoverage),
    answerBoard: (siteId) => once(siteId, 'board', answerBoard),
  };
}

/** The same text for the same question, in whatever order it was put. */
function nameOf({ by, ...where }: PoolQuery): string {
  const conditions = Object.entries(where).filter(([, code]) => code !== undefined);
  return JSON.stringify([conditions.toSorted(), by.toSorted()]);
}
