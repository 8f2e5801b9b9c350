import { startVitest } from 'vitest/node';

/** Runs every test, or those whose file names contain one of the arguments; the last line is the count. */
const filters = process.argv.slice(2).filter((argument) => argument !== '--');
const vitest = await startVitest('test', filters, { config: 'tests/vitest.config.ts', watch: false });
const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
const count = (state: string) => tests.filter((test) => test.result().state === state).length;
const broken = vitest.state
  .getTestModules()
  .filter((module) => module.state() === 'failed' && count('failed') === 0);
const failed = count('failed') + broken.length + vitest.state.getUnhandledErrors().length;
await vitest.close();
process.stdout.write(`${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped\n`);
process.exit(failed > 0 || count('passed') === 0 ? 1 : 0);
