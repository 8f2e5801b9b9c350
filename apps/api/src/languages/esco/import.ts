import type { Opened } from '../../db/open.ts';
import { tableRows } from '../../files/table.ts';
import { CellError, FileError, Troubles } from '../../files/trouble.ts';
import { compareVersions, type Source } from './sources.ts';
import {
  compareParts,
  countAnew,
  countUnknownOccupations,
  type Difference,
  findDoubles,
  keepRows,
  listParts,
  makeCurrent,
  type NumberedRow,
  type Part,
  startPart,
  sweepParts,
} from './store.ts';

/** What became of one list. */
export type Outcome = {
  source: Source;
  /** `in-use`: the very same file is in use already. `older`: the one in use is of a newer version, and stays. */
  verdict: 'imported' | 'in-use' | 'older';
  rows: number;
  /** Rows that are left out on purpose: withdrawn concepts, and what leads back to ISCO. */
  leftOut: number;
  /** Up to which row an interrupted import had kept it already. */
  continuedAfter: number;
  difference: Difference;
  /** Relations whose occupation is in no list; they have no effect. */
  unknown: number;
};

export type Importing = {
  /** Only tells what would change. */
  dryRun: boolean;
  /** Told of each list before it is read. */
  onList: (source: Source) => void;
  /** Told how many bytes of how many are read. */
  onProgress: (done: number, total: number) => void;
};

/** Rows that are kept at once: some hundred kB of text, and what is read again after a crash. */
const rowsAtOnce = 500;

/**
 * Imports lists, all or none: rows are staged where nobody sees them, and take the place of those in use in one step at the
 * end. Interrupted in any way, the same files go on where they were; the same files once more change nothing.
 * @throws ImportRefused with every row that is wrong; Error when another import is under way
 */
export async function importLists(
  opened: Pick<Opened, 'db' | 'hold'>,
  sources: readonly Source[],
  importing: Importing,
): Promise<Outcome[]> {
  const letGo = await opened.hold('import of reference lists');
  if (!letGo) throw new Error('Another import is under way. Wait until it is done.');
  try {
    return await importAlone(opened.db, sources, importing);
  } finally {
    await letGo();
  }
}

/** Nothing was changed, and why: one line for each row that is wrong. */
export class ImportRefused extends Error {
  constructor(lines: readonly string[]) {
    super(`${lines.join('\n')}\nNothing was changed.`);
    this.name = 'ImportRefused';
  }
}

type Db = Opened['db'];

async function importAlone(db: Db, sources: readonly Source[], { dryRun, onList, onProgress }: Importing) {
  const parts = await listParts(db);
  const planned = sources.map((source) => ({ source, ...plan(source, parts) }));
  // What other files left half-done would lie there for ever.
  await sweepParts(
    db,
    planned.flatMap(({ staged }) => staged ?? []),
  );
  const total = planned.reduce(
    (sum, { source, verdict }) => sum + (verdict === 'imported' ? source.bytes : 0),
    0,
  );
  const [outcomes, ready, wrong]: [Outcome[], Part[], string[]] = [[], [], []];
  let done = 0;
  for (const { source, verdict, current, staged } of planned) {
    const outcome: Outcome = { ...nothing, source, verdict };
    outcomes.push(outcome);
    if (verdict !== 'imported') continue;
    onList(source);
    const part = staged ?? (await startPart(db, toPart(source)));
    const troubles = new Troubles();
    const onRead = (bytes: number) => onProgress(done + bytes, total);
    const unreadable = (error: unknown) => {
      if (!(error instanceof FileError)) throw error;
      wrong.push(error.message);
    };
    Object.assign(outcome, await stage(db, { source, part, troubles, onRead }).catch(unreadable));
    if (troubles.count === 0) await noteDoubles(db, { source, part, troubles });
    done += source.bytes;
    onProgress(done, total);
    wrong.push(...troubles.lines(source.name));
    if (wrong.length === 0) {
      outcome.difference = current
        ? await compareParts(db, source.list, part, current)
        : { ...nothing.difference, fresh: outcome.rows };
    }
    ready.push(part);
  }
  for (const outcome of outcomes) {
    const relations = ready.find(({ kind }) => kind === 'relations' && outcome.source.list.kind === kind);
    if (relations) outcome.unknown = await countUnknownOccupations(db, relations, ready);
  }
  if (wrong.length === 0 && !dryRun) await makeCurrent(db, ready);
  await sweepParts(db);
  if (wrong.length > 0) throw new ImportRefused(wrong);
  if (!dryRun && ready.length > 0) await countAnew(db);
  return outcomes;
}

const nothing = {
  rows: 0,
  leftOut: 0,
  continuedAfter: 0,
  difference: { fresh: 0, changed: 0, same: 0, gone: 0 },
  unknown: 0,
};

function plan({ list, language, version, hash }: Source, parts: readonly Part[]) {
  const same = parts.filter((part) => part.kind === list.kind && part.language === language);
  const current = same.find(({ state }) => state === 'current');
  const staged = same.find(({ state, file_hash }) => state === 'staged' && file_hash === hash);
  // The zip of an older version may bring words in one more language; its relations are not wanted for that.
  const isOlder = list.kind === 'relations' && compareVersions(version, current?.version ?? '') < 0;
  const older = isOlder ? ('older' as const) : ('imported' as const);
  const verdict: Outcome['verdict'] = current?.file_hash === hash ? 'in-use' : older;
  return { verdict, current, staged: verdict === 'imported' ? staged : undefined };
}

const toPart = ({ list, language, version, hash, name }: Source) => ({
  kind: list.kind,
  language,
  version,
  file_hash: hash,
  file_name: name,
});

type Staging = { source: Source; part: Part; troubles: Troubles; onRead: (bytes: number) => void };

/** Reads a list and keeps its rows. What an interrupted import kept is only checked again. */
async function stage(db: Db, { source, part, troubles, onRead }: Staging) {
  const { list, language, name } = source;
  let [rows, leftOut, waiting]: [number, number, NumberedRow[]] = [0, 0, []];
  await source.unpack(async (bytes) => {
    const shape = { needed: list.needed, onRead, ...(list.kind === 'kldb' && { onPreamble: () => {} }) };
    for await (const row of tableRows(name, bytes, shape)) {
      const kept = taken(row.row, troubles, () => list.read(row, language));
      if (kept) rows += 1;
      else leftOut += 1;
      // Once something is wrong nothing will come of it; the rest is read to tell everything that is wrong at once.
      if (!kept || row.row <= part.rows_kept || troubles.count > 0) continue;
      waiting.push({ row: row.row, ...kept });
      if (waiting.length < rowsAtOnce) continue;
      await keepRows(db, part, list, waiting);
      waiting = [];
    }
  });
  if (troubles.count === 0) await keepRows(db, part, list, waiting);
  return { rows, leftOut, continuedAfter: part.rows_kept };
}

function taken<T>(row: number, troubles: Troubles, read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof CellError)) throw error;
    troubles.add({ row, column: error.column, what: error.message, remedy: error.remedy });
    return undefined;
  }
}

async function noteDoubles(db: Db, { source, part, troubles }: Omit<Staging, 'onRead'>): Promise<void> {
  const doubles = await findDoubles(db, part, source.list, 20);
  for (const { row, first } of doubles) {
    const column = source.list.needed[0] ?? '';
    const what = `says again what row ${first} is about.`;
    troubles.add({
      row,
      column,
      what,
      remedy: 'Remove one of the two, or take the file as it was published.',
    });
  }
  troubles.count = Math.max(troubles.count, doubles[0]?.count ?? 0);
}
