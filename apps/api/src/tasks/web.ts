import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockFolder } from '../db/lock.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const stamp = join(root, 'apps/web/dist/.sources');

/** Builds the web app when its sources are not those of the last build. Takes some seconds the first time. */
export async function buildWeb(): Promise<void> {
  const sources = fingerprint();
  if (lastBuild() === sources) return;
  // Two builds at once would sweep away each other's files; the second one finds the work done.
  const unlock = lockFolder(join(root, 'node_modules/.cache/kannwas-build'), 120_000);
  try {
    if (lastBuild() !== sources) await runBuild();
    writeFileSync(stamp, sources);
  } finally {
    unlock();
  }
}

async function runBuild(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const build = spawn('pnpm', ['run', 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: string[] = [];
    build.stdout.on('data', (chunk) => output.push(String(chunk)));
    build.stderr.on('data', (chunk) => output.push(String(chunk)));
    build.on('error', reject);
    build.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The web was not built:\n${output.join('')}`)),
    );
  });
}

function lastBuild(): string | undefined {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

function fingerprint(): string {
  const files = globSync(
    ['apps/web/{src,build}/**/*.*', 'apps/web/*.*', 'packages/*/src/**/*.*', 'pnpm-lock.yaml'],
    { cwd: root },
  );
  const hash = createHash('sha256');
  for (const file of files.toSorted())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
