import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { concept, kldb, occupations, skills, zip, zipName } from '../support/esco.ts';
import { startImport, test } from '../support/imports.ts';
import type { Instance } from '../support/instances.ts';
import { freePort, startServer } from '../support/processes.ts';

test('what cannot be taken is told by file, row, and column, with what to do, and changes nothing', async ({
  town,
  imports: { run, take, kept },
}) => {
  const before = await kept();
  const broken = await zip(town.folder, zipName('1.3', 'en'), {
    'occupations_en.csv': occupations([
      { n: 1, group: '5120', label: 'broiler' },
      { n: 2, group: '110', label: 'officer' },
      { n: 3, group: '', label: 'nobody' },
    ]),
  });
  const { code, output } = await run('esco', broken);
  expect(code).toBe(1);
  expect(output).toContain(
    'occupations_en.csv, row 3, column iscoGroup: is “110”; it should be a unit group of four digits, such as 0110.',
  );
  expect(output).toContain('occupations_en.csv, row 4, column iscoGroup: is empty;');
  expect(output).toContain('Nothing was changed.');

  const twice = await zip(town.folder, zipName('1.4', 'en'), {
    'occupations_en.csv': occupations([
      { n: 1, group: '5120', label: 'broiler' },
      { n: 2, group: '5120', label: 'saucier' },
      { n: 1, group: '5120', label: 'griller' },
    ]),
  });
  await expect(take('esco', twice)).rejects.toThrow(
    'occupations_en.csv, row 4, column conceptUri: says again what row 2 is about.',
  );

  const lacking = await zip(town.folder, zipName('1.5', 'en'), {
    'occupations_en.csv': 'conceptType,conceptUri,preferredLabel,altLabels\nOccupation,x,y,z\n',
  });
  await expect(take('esco', lacking)).rejects.toThrow('occupations_en.csv lacks the column iscoGroup.');

  const other = await zip(town.folder, 'holiday.zip', { 'beach.txt': 'sand' });
  await expect(take('esco', other)).rejects.toThrow('holds no list of ESCO');
  const cut = join(town.folder, 'cut.zip');
  await writeFile(cut, 'PK\u0003\u0004 and no more');
  await expect(take('esco', cut)).rejects.toThrow('is not a zip, or was cut off');
  await expect(take('esco', join(town.folder, 'absent.zip'))).rejects.toThrow('There is no file');
  await expect(take('kldb', other)).rejects.toThrow('is a zip.');
  const poem = join(town.folder, 'poem.csv');
  await writeFile(poem, 'Roses are red,\nviolets are blue\n');
  await expect(take('kldb', poem)).rejects.toThrow('poem.csv lacks the columns Classification 1 URI');
  expect((await run('bananas')).output).toContain('pnpm run import esco');
  expect(await kept()).toBe(before);
}, 300_000);

test('a row of the way to the KldB that cannot be taken is told by row and column, and the rest waits with it', async ({
  town,
  imports: { run, take, kept },
}) => {
  const before = await kept();
  const file = join(town.folder, 'wrong.csv');
  const good = [concept(1), 'B 29302-122', 'Grillmeister/Grillmeisterin', 'exactMatch'] as const;
  await writeFile(
    file,
    kldb([
      good,
      [concept(2), '29302', 'Koch/Köchin', 'exactMatch'],
      [concept(3), 'B 52122-105', 'Fernfahrer', 'same'],
    ]),
  );
  const { code, output } = await run('kldb', file);
  expect(code).toBe(1);
  expect(output).toMatch(
    /wrong\.csv, row \d+, column Classification 2 ID: is “29302”; it should be such as B 81302-100\./,
  );
  expect(output).toMatch(
    /wrong\.csv, row \d+, column Mapping relation: is “(skos:)?same”; it should be such as skos:exactMatch\./,
  );
  expect(output).toContain('Nothing was changed.');
  await writeFile(file, kldb([good, good]));
  await expect(take('kldb', file)).rejects.toThrow(
    /row \d+, column Classification 1 URI: says again what row \d+ is about/,
  );
  expect(await kept()).toBe(before);
}, 180_000);

test('the way to the KldB goes on where it was when it is killed, and said again it changes nothing', async ({
  town,
  imports: { run },
}) => {
  const file = join(town.folder, 'large.csv');
  const rows = Array.from(
    { length: 15_000 },
    (_, n) =>
      [
        concept(5000 + n),
        `B 29302-${String(n % 1000).padStart(3, '0')}`,
        `Grillmeister ${n}`,
        'exactMatch',
      ] as const,
  );
  await writeFile(file, kldb(rows));
  const staged = await killInTheMiddle(town, 'kldb', file);
  expect(staged).toBeLessThan(15_001);
  expect(await currentParts(town)).toEqual([]);
  const { code, output } = await run('kldb', file);
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringContaining('15,000 rows: 15,000 new'),
  });
  expect(output).toMatch(/went on after row \d/);
  const again = await run('kldb', file);
  expect(again).toMatchObject({ code: 0 });
  const { db, close } = await town.open();
  const { count } = await db
    .selectFrom('esco_kldb as k')
    .innerJoin('esco_part as p', 'p.part_id', 'k.part_id')
    .where('p.state', '=', 'current')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(count)).toBe(15_000);
  await close();
}, 300_000);

let large: string;
test('an import that is killed goes on where it was, and until then nobody sees anything of it', async ({
  town,
  imports: { run },
}) => {
  const many = Array.from({ length: 15_000 }, (_, n) => ({
    n: 1000 + n,
    type: 'knowledge',
    label: `craft ${n}`,
    more: [`art ${n}`, `trade ${n}`],
  }));
  large = await zip(town.folder, zipName('1.2.1', 'de'), { 'skills_de.csv': skills(many) });
  const staged = await killInTheMiddle(town, 'esco', large);
  expect(staged).toBeGreaterThan(0);
  expect(staged).toBeLessThan(15_001);
  expect(await currentParts(town)).toEqual(['kldb']);

  const { code, output } = await run('esco', large);
  expect({ code, output }).toMatchObject({
    code: 0,
    output: expect.stringContaining('15,000 rows: 15,000 new'),
  });
  expect(output).toMatch(/went on after row \d/);
  const { db, close } = await town.open();
  const { rows } = await sql<{ skills: number; labels: number }>`
    select count(distinct skill)::int as skills, count(l.text)::int as labels
    from esco_skill join esco_part as p using (part_id) join esco_label as l using (part_id, row)
    where p.language = 'de' and p.state = 'current'`.execute(db);
  expect(rows[0]).toEqual({ skills: 15_000, labels: 45_000 });
  const left = await db.selectFrom('esco_part').selectAll().where('state', '<>', 'current').execute();
  expect(left).toEqual([]);
  await close();
}, 300_000);

/** What is in use. */
async function currentParts(town: Instance): Promise<string[]> {
  const { db, close } = await town.open();
  const parts = await db.selectFrom('esco_part').select('kind').where('state', '=', 'current').execute();
  await close();
  return parts.map(({ kind }) => kind);
}

/** Kills an import in the middle of its work, and tells how many rows it had staged. */
async function killInTheMiddle(town: Instance, ...args: string[]): Promise<number> {
  // Nobody else can look into the embedded database meanwhile, so it is killed a little later each time.
  for (let wait = process.env.ENGINE === 'postgres' ? 50 : 120; ; wait *= 1.7) {
    const importing = startImport(town, args);
    while (!importing.output.includes('Reading') && importing.child.exitCode === null) await sleep(10);
    await sleep(wait);
    await importing.kill('SIGKILL');
    if (importing.child.exitCode !== null) throw new Error(`It could not be killed:\n${importing.output}`);
    const { db, close } = await town.open();
    const part = await db
      .selectFrom('esco_part')
      .select('rows_kept')
      .where('state', '=', 'staged')
      .executeTakeFirst();
    await close();
    if (part && part.rows_kept > 0) return part.rows_kept;
  }
}

if (process.env.ENGINE === 'pglite') {
  test('while the server runs on the embedded database, the operator is told to stop it first', async ({
    town,
    imports: { run },
  }) => {
    const server = await startServer(await freePort(), town.environment);
    const { code, output } = await run('esco', large);
    expect(code).toBe(1);
    expect(output).toMatch(/^Another Kannwas is using the data folder .+ Stop it first, .+\n$/);
    await server.kill('SIGTERM');
  }, 180_000);
}
