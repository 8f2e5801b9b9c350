import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const running = new Set<ChildProcess>();
/** In stories our programs live for seconds, and compiling the embedded database twice would take most of them; what is measured runs as operators run it. */
const flags = process.env.VITEST ? ['--liftoff-only'] : [];

// Whatever happens to this process, nothing that it started outlives it.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A program of ours in a process of its own, with what it wrote to stderr and stdout so far. */
export class OwnProcess {
  readonly child: ChildProcess;
  output = '';
  readonly #ended: Promise<number | null>;

  /** @param file a TypeScript file, from the root of the repository */
  constructor(file: string, environment: Record<string, string> = {}, args: string[] = []) {
    this.child = spawn(process.execPath, [...flags, file, ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    running.add(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      // Read to the end, or a full pipe would stop the program; only the first pages are kept.
      stream?.on('data', (chunk) => {
        if (this.output.length < 100_000) this.output += String(chunk);
      });
    }
    this.#ended = once(this.child, 'close').then(() => {
      running.delete(this.child);
      return this.child.exitCode;
    });
  }

  /** Waits for the end and returns the exit code; null when a signal ended it. */
  async ended(atMost = 60_000): Promise<number | null> {
    const late = AbortSignal.timeout(atMost);
    const never = once(late, 'abort').then(() => Promise.reject(new Error(`Still running:\n${this.output}`)));
    return Promise.race([this.#ended, never]);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    if (running.has(this.child)) this.child.kill(signal);
    await this.ended();
  }
}

/** The real server, as an operator runs it, on a port that stays the same over restarts. */
export async function startServer(
  port: number,
  environment: Record<string, string>,
  file = 'apps/api/src/server.ts',
): Promise<OwnProcess & { url: string }> {
  const url = `http://127.0.0.1:${port}`;
  const server = new OwnProcess(file, { PORT: String(port), LOG_LEVEL: 'warn', ...environment });
  const until = Date.now() + 60_000;
  while (Date.now() < until && server.child.exitCode === null) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined);
    if (ready?.ok) return Object.assign(server, { url });
    await sleep(30);
  }
  await server.kill();
  throw new Error(`The server did not start:\n${server.output}`);
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
