import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoNotice } from '@kannwas/api/demo/site';
import { accountsEndpoints } from '@kannwas/schema/accounts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Engine, type Instance, newInstance } from '../support/instances.ts';
import { request } from '../support/newcomers.ts';
import { bodyOf, signIn } from '../support/people.ts';
import { freePort, OwnProcess, startServer } from '../support/processes.ts';

let town: Instance;
beforeAll(async () => {
  town = await newInstance(process.env.ENGINE as Engine);
});
afterAll(() => town.remove());

/** Runs one of the operator's commands: its exit code, and what it printed. */
async function run(task: string, args: string[], more: Record<string, string> = {}) {
  const started = new OwnProcess(`apps/api/src/tasks/${task}.ts`, { ...town.environment, ...more }, args);
  return { code: await started.ended(), output: started.output };
}

const ines = ['--name', 'Ines', '--email', 'ines@town.example', '--site', 'town', '--role', 'coordinator'];

test('Olu founds a site from a file, and Ines signs in with the password that was printed once', async () => {
  const file = join(town.folder, 'town.json');
  await writeFile(
    file,
    JSON.stringify({ id: 'town', name: 'Town', languages: ['de', 'tlh'], districts: [] }),
  );
  expect(await run('site', [file])).toMatchObject({
    code: 1,
    output: expect.stringContaining('languages.1'),
  });
  const districts = [{ code: '15087220', name: 'Hettstedt' }];
  const site = { id: 'town', name: 'Town', languages: ['de', 'ar'], districts };
  await writeFile(file, JSON.stringify({ ...site, notice: { responsible: { name: 'Town hall' } } }));
  const founded = await run('site', [file]);
  expect(founded).toMatchObject({
    code: 0,
    output: expect.stringMatching(/^Town is ready: 1 districts\.\n/),
  });
  // What the public pages on data protection cannot name yet, the operator hears here.
  expect(founded.output).toContain('still lack: officer, authority, processors');
  await writeFile(file, JSON.stringify({ ...site, notice: demoNotice }));
  expect(await run('site', [file])).toMatchObject({ code: 0, output: 'Town is ready: 1 districts.\n' });

  expect(await run('staff', ['--name', 'Ines'])).toMatchObject({
    code: 1,
    output: expect.stringContaining('--role'),
  });
  const { output } = await run('staff', ines);
  const [, password = ''] = /this password: (\S+)/.exec(output) ?? [];
  const again = await run('staff', ines);
  expect(again.code).toBe(1);
  expect(again.output).not.toContain('this password');

  const server = await startServer(await freePort(), town.environment);
  const body = { email: 'ines@town.example', password };
  const signedIn = await request(server.url, accountsEndpoints.signIn, { body });
  expect(signedIn.body).toMatchObject({
    me: { name: 'Ines', plays: [{ siteId: 'town', role: 'coordinator' }] },
  });
  await server.kill('SIGTERM');
}, 120_000);

test('two employers of one company share its tokens; an employer alone does not see them', async () => {
  const passwords: string[] = [];
  for (const [name, organisation] of [
    ['Dmitri', ['--organisation', 'Fleischerei Dmitri']],
    ['Swetlana', ['--organisation', 'Fleischerei Dmitri']],
    ['Bob', []],
  ] as const) {
    const person = [
      '--name',
      name,
      '--email',
      `${name}@town.example`,
      '--site',
      'town',
      '--role',
      'employer',
    ];
    const { output } = await run('staff', [...person, ...organisation]);
    passwords.push(/this password: (\S+)/.exec(output)?.[1] ?? '');
  }
  const server = await startServer(await freePort(), town.environment);
  const [dmitri = {}, swetlana = {}, bob = {}] = await Promise.all(
    ['dmitri', 'swetlana', 'bob'].map((name, place) =>
      signIn(server.url, { name, email: `${name}@town.example`, password: passwords[place] ?? '' }),
    ),
  );
  const params = { siteId: 'town' };
  const body = { name: 'Warenwirtschaft', scopes: ['pool.ask' as const], days: 30 };
  await request(server.url, accountsEndpoints.createToken, { params, body }, dmitri);
  const tokensOf = async (session: Record<string, string>) =>
    bodyOf(
      accountsEndpoints.listTokens,
      await request(server.url, accountsEndpoints.listTokens, { params }, session),
    ).tokens.map(({ name }) => name);
  expect(await tokensOf(swetlana)).toEqual(['Warenwirtschaft']);
  expect(await tokensOf(bob)).toEqual([]);
  await server.kill('SIGTERM');
}, 120_000);

test('the demo, whose passwords everybody knows, never comes near a real site', async () => {
  const start = await run('start', ['--api-only'], { DEMO: 'true', PORT: '0' });
  expect(start).toMatchObject({ code: 1, output: expect.stringContaining('Set DEMO=false') });
});

test('a real site is not founded where the demo is: its accounts would come with it', async () => {
  const fair = await newInstance(process.env.ENGINE as Engine);
  try {
    const found = async (site: object) => {
      const file = join(fair.folder, 'site.json');
      await writeFile(file, JSON.stringify({ name: 'Town', languages: ['de'], districts: [], ...site }));
      return run('site', [file], fair.environment);
    };
    expect(await found({ id: 'fair', demo: true })).toMatchObject({ code: 0 });
    const refused = { code: 1, output: expect.stringContaining('A real site needs one of its own') };
    expect(await found({ id: 'town' })).toMatchObject(refused);
    expect(await found({ id: 'fair' })).toMatchObject(refused);
  } finally {
    await fair.remove();
  }
}, 120_000);

test('another secret key is refused: no code would open anything, and nobody would know why', async () => {
  const start = await run('start', ['--api-only'], { PORT: '0', DEMO: 'false', SECRET_KEY: 'ab'.repeat(32) });
  expect(start).toMatchObject({ code: 1, output: expect.stringContaining('another secret key') });
});
