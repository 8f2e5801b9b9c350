import { lockOf, type Sealed, seal, unseal } from '../device/sealing.ts';
import type { KeptEvent, KeptResponse } from '../phone/kept.ts';
import type { PackedRecording } from './recordings.ts';
import { type Word, wordNames } from './words.ts';

/** Eight words of sixty-four are 48 bits; with the slow lock a guesser works as for 67. */
export const mostWords = 8;
/** The kind of file that this program writes; a newer one may write others. */
const kind = 1;
const mark = 'kannwas-file';

/** What travels in a file. */
type Inside = { response: KeptResponse; events: KeptEvent[]; recordings: PackedRecording[] };
type Written = { kind: number; sealed: Sealed };

/** New words for a new file, made on this phone. Sixty-four divides a byte evenly: no word comes up more often. */
export function newWords(): Word[] {
  const chances = crypto.getRandomValues(new Uint8Array(mostWords));
  return [...chances].map((chance) => wordNames[chance % wordNames.length] ?? 'sun');
}

/** Locks a response with words; the text goes into the file. Takes a while, on purpose. */
export async function lockUp(words: readonly Word[], inside: Inside): Promise<string> {
  const written: Written = { kind, sealed: await seal(await lockOf(words.join(' ')), inside) };
  return `<script type="application/json" id="${mark}">${JSON.stringify(written)}</script>`;
}

/** Why a file cannot be opened: it is none of ours, or a newer program wrote it. */
export type FileTrouble = 'notOurs' | 'newer';

/** Finds what is locked in a file. */
export function findLocked(text: string): { sealed: Sealed } | { trouble: FileTrouble } {
  const [, found] = new RegExp(`id="${mark}">([^<]+)<`).exec(text) ?? [];
  try {
    const written: Partial<Written> = JSON.parse(found ?? '');
    if (typeof written.kind === 'number' && written.kind > kind) return { trouble: 'newer' };
    if (written.kind === kind && written.sealed) return { sealed: written.sealed };
  } catch {
    // Anything may be in a file that somebody chose.
  }
  return { trouble: 'notOurs' };
}

/** Opens what is locked. Throws when the words are others. */
export async function unlock(words: readonly Word[], sealed: Sealed): Promise<Inside> {
  // Nobody but this program could lock it with these words.
  return (await unseal(words.join(' '), sealed)) as Inside;
}
