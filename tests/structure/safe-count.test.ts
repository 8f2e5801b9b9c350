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
import { poolEndpoints } from '${root}packages/schema/src/pool/endpoints.ts';
import { countPeople } from '${root}apps/api/src/pool/store.ts';
import { makeRulesOf } from '${root}apps/api/src/pool/rules.ts';
import { route } from '${root}apps/api/src/route.ts';
declare const app: Parameters<typeof route>[0];
declare const doorway: Parameters<typeof route>[1];
declare const db: Parameters<typeof countPeople>[0];
route(app, doorway, poolEndpoints.history, async ({ params: { siteId } }) => {
  const rules = makeRulesOf(doorway.secrets)(siteId, 1);
  const cell = await countPeople(db, { siteId, epoch: 1, population: 'pool', cell: {} });
  void rules; void protect;
  return { history: [{ epoch: 1, publishedAt: '2026-11-22T00:00:00.000Z', total: ${count} }] };
});
`;

const answers = {
  'protected.mts': 'protect(cell, rules).count',
  'raw.mts': 'cell.count',
  'rounded.mts': 'Math.round(cell.count / 5) * 5',
  'withheld.mts': 'cell.count < 10 ? null : cell.count',
};

/** What the compiler says about files beside the project, under the project's own settings. */
async function compile(files: Record<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-types-'));
  const settings = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(root, 'node_modules/@types')] },
    files: Object.keys(files),
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
  const compiler = promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', folder]);
  const said = await compiler.then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
  await rm(folder, { recursive: true });
  return said.split('\n').filter((line) => line.includes('error TS'));
}

test('a protected count compiles, a raw one does not, however it is dressed', async () => {
  const files = Object.entries(answers).map(([name, count]) => [name, poolRoute(count)] as const);
  const errors = await compile(Object.fromEntries(files));
  const wrong = errors.map((line) => /(\w+\.mts)\(/.exec(line)?.[1]);
  expect(wrong.toSorted()).toEqual(['raw.mts', 'rounded.mts', 'withheld.mts']);
});
