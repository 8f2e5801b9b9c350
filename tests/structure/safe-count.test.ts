import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A route of the pool as somebody in a hurry might write it; `count` stands for what it answers. */
const poolRoute = (count: string) => `
import { protect } from '${root}packages/disclosure/src/index.ts';
import { poolEndpoints } from '${root}packages/schema/src/pool.ts';
import { countPeople } from '${root}apps/api/src/pool/store.ts';
import { rulesOf } from '${root}apps/api/src/pool/rules.ts';
import { route } from '${root}apps/api/src/route.ts';
declare const app: Parameters<typeof route>[0];
declare const doorway: Parameters<typeof route>[1];
declare const db: Parameters<typeof countPeople>[0];
route(app, doorway, poolEndpoints.ask, async ({ params: { siteId }, querystring: { by, ...where } }) => {
  const rules = rulesOf(doorway.secrets, siteId, 1);
  const cells = await countPeople(db, { siteId, epoch: 1, counted: 'in_pool', where, by });
  const rows = cells.map(({ cell }) => ({ count: ${count} }));
  void rules; void protect;
  return { epoch: { epoch: 1, publishedAt: '2026-11-22T00:00:00.000Z' }, total: null, rows };
});
`;

/** What the compiler says about a file beside the project, under the project's own settings. */
async function compile(source: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-types-'));
  const settings = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
    files: ['leak.mts'],
  };
  await writeFile(join(folder, 'leak.mts'), source);
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  try {
    const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]);
    return stdout;
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a protected count compiles', async () => {
  expect(await compile(poolRoute('protect(cell, rules)'))).toBe('');
});

test('a raw count does not compile, however it is dressed', async () => {
  for (const raw of ['cell.count', 'Math.round(cell.count / 5) * 5', 'cell.count < 10 ? null : cell.count']) {
    const said = await compile(poolRoute(raw));
    expect(said).toContain('leak.mts');
    expect(said).toContain('not assignable to type \'$brand<"SafeCount">\'');
  }
});
