import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Language } from '@kannwas/schema/codes';
import type { Db } from '../../db/database.ts';
import { findMark, listGroupLabels } from './store.ts';
import { type GroupWords, groupWords } from './words.ts';

/** The words of a language, ready to be sent: as they are, and packed. */
export type Packed = { words: GroupWords; brotli: Buffer; etag: string };

/** What a phone loads at most for them, in bytes. */
export const mostBytes = 60_000;

/** Plain German is German; ESCO knows no finer difference. */
export const escoLanguageOf = (language: Language): string => language.split('-')[0] ?? language;

/** Gives the words of a language; they are made once after each import, which takes a second, and kept. */
export function packedWords(db: Db): (language: Language) => Promise<Packed> {
  const known = new Map<string, { mark: string; packed: Promise<Packed> }>();
  return async (language) => {
    const name = escoLanguageOf(language);
    const mark = await findMark(db, name);
    const kept = known.get(name);
    if (kept?.mark === mark) return kept.packed;
    const packed = pack(db, name);
    known.set(name, { mark, packed });
    // What failed is tried again by the next who asks.
    packed.catch(() => known.delete(name));
    return packed;
  };
}

async function pack(db: Db, language: string): Promise<Packed> {
  const labels = await listGroupLabels(db, language);
  for (let most = 60; ; most -= 10) {
    const words = groupWords(labels, most);
    const text = JSON.stringify({ words });
    const brotli = await compress(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    if (brotli.length > mostBytes && most > 10) continue;
    const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    return { words, brotli, etag };
  }
}

const compress = promisify(brotliCompress);
