import { clockJumps } from './clocks.ts';
import { cutDatabase } from './cut-database.ts';
import { halfSentUploads } from './half-sent.ts';
import { killedPublication } from './killed-publication.ts';
import { killMidWrites } from './kills.ts';
import type { Outcome } from './ledger.ts';
import { duplicatedAndReordered } from './reordered.ts';
import { secondProcess } from './second-process.ts';

/** Everything that may go wrong on a normal day of a small town, by name. */
const faults: Record<string, () => Promise<Outcome>> = {
  'kill-9-embedded': () => killMidWrites('embedded', 25),
  'kill-9-postgres': () => killMidWrites('postgres', 25),
  'second-process': () => secondProcess(5),
  'half-sent-uploads': () => halfSentUploads(300, true),
  'cut-database': () => cutDatabase(20),
  'duplicated-and-reordered-embedded': () => duplicatedAndReordered('embedded', 20),
  'duplicated-and-reordered-postgres': () => duplicatedAndReordered('postgres', 20),
  'killed-publication-embedded': () => killedPublication('embedded', 20),
  'killed-publication-postgres': () => killedPublication('postgres', 20),
  'clock-jumps': clockJumps,
};

const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const chosen = Object.entries(faults).filter(
  ([name]) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
if (chosen.length === 0)
  throw new Error(`There is no such fault. There are: ${Object.keys(faults).join(', ')}`);

const outcomes: Outcome[] = [];
for (const [name, happen] of chosen) {
  const outcome = await happen().catch((error: unknown) => {
    return { name, tried: 0, lost: 0, doubled: 0, pass: false, note: String(error) };
  });
  outcomes.push(outcome);
  const { tried, lost, doubled, pass, note } = outcome;
  console.log(
    `${pass ? 'pass' : 'FAIL'}  ${name.padEnd(34)} ${tried} tried, ${lost} lost, ${doubled} doubled (${note})`,
  );
}
if (json) {
  console.log(JSON.stringify({ faults: outcomes.map(({ note: _, ...outcome }) => outcome) }));
}
process.exit(outcomes.every(({ pass }) => pass) ? 0 : 1);
