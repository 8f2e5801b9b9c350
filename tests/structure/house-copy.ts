import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const house = fileURLToPath(new URL('../..', import.meta.url));
/** From these two the compiler reaches everything else: the pages, and what the tests start. */
export const wholeHouse = ['apps/web', 'tests'];
const leftOut = new Set(['dist', '.vite', '.bin', 'coverage']);

/** A copy of the sources that a test may spoil; what is installed is linked, not copied. */
export async function copyHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'kannwas-house-'));
  const configuration = [
    'package.json',
    'tsconfig.base.json',
    '.gitignore',
    '.biome.json',
    '.biome',
    '.dependency-cruiser.cjs',
  ];
  for (const part of [...configuration, 'apps', 'packages', 'tests']) {
    await cp(join(house, part), join(folder, part), {
      recursive: true,
      // The links between our own packages are relative and so lead to the copies.
      verbatimSymlinks: true,
      filter: (source) => !leftOut.has(basename(source)),
    });
  }
  await symlink(join(house, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    write: async (file: string, text: string) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), `${text}\n`);
    },
    /** Runs one of the programs of `pnpm check` in the copy and returns what it prints, whether it fails or not. */
    run: (program: string, ...options: string[]) => run(folder, program, options),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function run(cwd: string, program: string, options: string[]): Promise<string> {
  const bin = join(house, 'node_modules/.bin');
  const env = { ...process.env, PATH: `${bin}:${process.env.PATH}` };
  const started = promisify(execFile)(join(bin, program), options, { cwd, env, maxBuffer: 100_000_000 });
  const { stdout } = await started.catch((failed: { stdout: string; stderr: string; code: unknown }) => {
    if (failed.stdout === '') throw new Error(`${program}: ${failed.code}\n${failed.stderr}`);
    return failed;
  });
  return stdout;
}
