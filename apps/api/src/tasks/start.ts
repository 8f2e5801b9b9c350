import { type Config, settings } from '../config.ts';
import { loadDemo } from '../demo/load.ts';
import { demoPassword, demoStaff } from '../demo/staff.ts';
import { failClearly } from '../fail.ts';
import { type BeforeListening, serve } from '../server.ts';
import { listSites } from '../sites/store.ts';
import { buildWeb } from './web.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);

/** `pnpm start`: everything on one port. Without settings it is the demo on the embedded database. */
async function start(): Promise<void> {
  const config = settings();
  // `pnpm dev` shows the pages itself.
  if (!process.argv.includes('--api-only')) {
    say('Building the web app, if it changed …');
    await buildWeb();
  }
  const demo = config.DEMO ?? config.DATABASE_URL === undefined;
  const url = await serve(
    { ...config, LOG_LEVEL: process.env.LOG_LEVEL ? config.LOG_LEVEL : 'warn' },
    demo ? showDemo : undefined,
  );
  const address = config.PUBLIC_URL ?? url;
  say(`\nKannwas is running.\n\n  Newcomers   ${address}/\n  Staff       ${address}/desk/`);
  say(`  API         ${address}/api/docs\n`);
  if (demo) say(demoSignIns());
  say(whereTheDataIs(config));
}

/** Everybody knows the password of the demo's staff, so it never comes near a site with real people. */
const showDemo: BeforeListening = async (opened, secrets) => {
  const real = (await listSites(opened.db)).filter((site) => !site.demo);
  if (real.length > 0) {
    throw new Error(`This database holds ${real.map(({ name }) => name).join(', ')}. Set DEMO=false.`);
  }
  say('Loading the demo site, if it is not there yet …');
  await loadDemo({ opened, secrets });
};

function demoSignIns(): string {
  const parts = { carla: 'case worker', dmitri: 'employer', ines: 'coordinator', olu: 'operator' };
  const lines = Object.entries(parts).map(([name, part]) => {
    const { email } = demoStaff[name as keyof typeof demoStaff];
    return `  ${part.padEnd(12)}${email}`;
  });
  return `The demo's staff sign in with the password ${demoPassword}:\n\n${lines.join('\n')}\n`;
}

function whereTheDataIs({ DATABASE_URL, DATA_FOLDER }: Config): string {
  if (DATABASE_URL) return 'Data: PostgreSQL (DATABASE_URL). Ctrl-C stops; nothing is lost.';
  return `Data: the folder ${DATA_FOLDER}, in the embedded database. Ctrl-C stops; nothing is lost. It survives a crash
of the program but not a power cut: for trying out, and for small sites with a nightly backup.`;
}

start().catch(failClearly);
