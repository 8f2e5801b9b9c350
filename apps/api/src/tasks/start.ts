import { failClearly, serve, settings } from '../server.ts';
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
  const url = await serve({ ...config, LOG_LEVEL: process.env.LOG_LEVEL ? config.LOG_LEVEL : 'warn' });
  say(
    `\nKannwas is running.\n\n  Newcomers   ${url}/\n  Staff       ${url}/desk/\n  API         ${url}/api/docs\n`,
  );
}

start().catch(failClearly);
