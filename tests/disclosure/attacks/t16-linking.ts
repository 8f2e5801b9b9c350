import { makeRandom } from '@kannwas/api/demo/people/random';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { Newcomer } from '../../support/newcomers.ts';
import { Account } from '../api.ts';
import { download } from '../linking/files.ts';
import { listenToLog, tellingIn } from '../linking/log.ts';
import { Marks, saidInConfidence } from '../linking/marks.ts';
import { type Caller, call, lines, type Reply, unknownAddresses, visit } from '../linking/replies.ts';
import { makePeople } from '../population.ts';
import { type Attack, resultOf } from '../result.ts';
import { type Instance, startInstance, type Town } from '../town.ts';
import type { Effort } from '../world.ts';

/**
 * Looks for any way from something that leaves the house to a single person: every endpoint for every kind of caller, also
 * with real ids; all files with whatever they hold besides their sheets; the texts of refusals and of breakdowns; the log
 * of the server at its most talkative. Everybody in town has marks of their own, in what they said in confidence and in
 * every id and key that is kept of them: one of these outside is a path, and so is a number that was not published.
 * There are no e-mails and no contact requests: what is not in the contract is tried too.
 * Source: Fung et al. (2010), Privacy-Preserving Data Publishing, ACM Computing Surveys 42(4), record linkage.
 */
export const linking: Attack = {
  id: 'T16',
  run: async ({ effort, layers }) => {
    const { lines: log, logger } = listenToLog();
    const instance = await startInstance({ layers, logger });
    try {
      const town = await instance.settle(
        'town',
        makePeople('T16', effort.quick ? 2_000 : 6_000),
        saidInConfidence,
      );
      return [await lookForPaths(instance, town, { log, effort })];
    } finally {
      await instance.close();
    }
  },
};

type Heard = { log: readonly string[]; effort: Effort };

async function lookForPaths(instance: Instance, town: Town, { log, effort }: Heard) {
  const callers = await callersAt(instance, town);
  const [employer] = callers;
  const newcomer = new Newcomer(instance.url, { siteId: town.siteId });
  await newcomer.seeksAdvice();
  await newcomer.says('callName', 'callnamelast');
  await newcomer.submit();
  await town.publish();
  const marks = await Marks.read(instance.opened);
  await control(instance, town, marks);
  const paths: string[] = [];
  const look = ({ asked, text }: { asked: string; text: string }) => {
    paths.push(...marks.in(text).map((mark) => `${asked}: ${mark}`));
  };

  const replies = await askEverything(callers, town);
  for (const reply of replies) look(reply);
  paths.push(...(await oracles(callers, town)));
  let files = 0;
  if (employer) {
    for (const question of questions(town, effort.quick ? 6 : 40)) {
      for (const file of await download(employer.account, town.siteId, question)) {
        files += 1;
        look(file);
        paths.push(...file.strangers.map((number) => `${file.asked}: ${number} was not published`));
      }
    }
    for (const reply of await breakDown(instance, employer, town)) look(reply);
  }
  for (const line of log) {
    look({ asked: 'log', text: line });
    paths.push(...tellingIn(line).map((what) => `log: ${what}`));
  }
  const different = [...new Set(paths)];
  const note = `${marks.count} marks sought in ${replies.length} replies, ${files} files, ${log.length} lines of log; ${different.slice(0, 5).join('; ') || 'none found'}`;
  const n = replies.length + files + log.length;
  return resultOf('T16', 'count', { value: different.length, upper: different.length, n }, 0, note);
}

/** A case worker may see who somebody is: whoever finds nothing there is blind. */
async function control(instance: Instance, { siteId }: Town, marks: Marks): Promise<void> {
  const account = await instance.hire({ siteId, role: 'case-worker' });
  const { text } = await visit({ name: 'a case worker', account }, `/api/sites/${siteId}/interviews`);
  if (marks.in(text).length === 0) throw new Error('The marks are not found even where they must be.');
}

/** An employer, another system in their name, an employer of another site, and nobody. */
async function callersAt(instance: Instance, town: Town): Promise<Caller[]> {
  const account = await instance.employ(town);
  const elsewhere = await instance.settle('elsewhere', makePeople('T16 elsewhere', 60));
  return [
    { name: 'an employer', account },
    { name: 'a token', account: await account.lend(town.siteId) },
    { name: 'an employer of another site', account: await instance.employ(elsewhere) },
    { name: 'nobody', account: new Account(() => instance.url, {}) },
  ];
}

async function askEverything(callers: readonly Caller[], town: Town): Promise<Reply[]> {
  const replies: Reply[] = [];
  const [place] = (await town.places()).map(({ code }) => code).reverse();
  for (const caller of callers) {
    for (const line of lines) {
      // Whoever signs out is nobody afterwards, and nobody is asked about anyway.
      if (line.name === 'accounts.signOut') continue;
      for (const responseId of [...town.ids.slice(0, 3), v7()]) {
        replies.push(await call(caller, line, { siteId: town.siteId, responseId, ...(place && { place }) }));
        if (!line.endpoint.url.includes(':responseId')) break;
      }
    }
    for (const address of unknownAddresses) replies.push(await visit(caller, address));
  }
  return replies;
}

/** Whether a caller can tell an id that there is from one that there is not. */
async function oracles(callers: readonly Caller[], town: Town): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) {
    for (const line of lines.filter(({ endpoint }) => endpoint.url.includes(':responseId'))) {
      const said = async (responseId: string) => {
        const { status, text } = await call(caller, line, { siteId: town.siteId, responseId });
        return `${status} ${text.split('\n').at(-1)}`;
      };
      if ((await said(town.ids[0] ?? '')) !== (await said(v7())))
        found.push(`${caller.name} ${line.name}: there is such an id`);
    }
  }
  return found;
}

/** Makes the database fail in the middle of a question, and listens to what is said then. */
async function breakDown({ opened: { db } }: Instance, employer: Caller, { siteId }: Town): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const table of ['pool_question', 'published_cell', 'snapshot']) {
    await sql`alter table ${sql.table(table)} rename to broken`.execute(db);
    replies.push(await visit(employer, `/api/sites/${siteId}/pool?by=german&occupation=5`));
    replies.push(await visit(employer, `/api/sites/${siteId}/pool/export?by=education&format=csv`));
    await sql`alter table broken rename to ${sql.table(table)}`.execute(db);
  }
  return replies;
}

function questions({ people }: Town, most: number): string[] {
  const random = makeRandom('T16');
  const spreads = [
    'german',
    'education,experience',
    'occupation',
    'gender',
    'age',
    'licence',
    'availability,german',
  ];
  const groups = [...new Set(people.map(({ occupation }) => occupation.slice(0, 1)))];
  return Array.from({ length: most }, (_, nth) => {
    const by = spreads[nth % spreads.length];
    return nth < spreads.length ? `by=${by}` : `occupation=${random.oneOf(groups)}&by=${by}`;
  });
}
