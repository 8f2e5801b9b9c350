import type { Language } from '@kannwas/schema/codes';
import { languagesEndpoints, type PublishedClip, type TextKey } from '@kannwas/schema/languages';
import { addressOf } from '../../app/call.ts';

export type Clips = Readonly<Record<TextKey, PublishedClip>>;
/** A language at a site. */
export type Tongue = { siteId: string; language: Language };

const name = 'kannwas-sound';
const patience = () => AbortSignal.timeout(20_000);

/** What this phone keeps for times without a network; some browsers, and private windows, keep nothing. */
const kept = (): Promise<Cache | undefined> =>
  'caches' in globalThis ? caches.open(name).catch(() => undefined) : Promise.resolve(undefined);

/**
 * The clips of a language that this browser can play, by the keys of their texts. Without a network, those it had last
 * time. Whatever the site took back since is forgotten.
 */
export async function loadClips(tongue: Tongue): Promise<Clips> {
  const address = addressOf(languagesEndpoints.published, { params: tongue });
  const cache = await kept();
  const { clips } = await readList(address, cache);
  const playable = Object.entries(clips).filter(([, { type }]) => new Audio().canPlayType(type) !== '');
  const wanted = playable.map(([, clip]) => addressOfClip(tongue, clip));
  for (const { url } of (await cache?.keys()) ?? []) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(`${address}/`) && !wanted.includes(pathname)) await cache?.delete(url);
  }
  return Object.fromEntries(playable);
}

async function readList(address: string, cache: Cache | undefined): Promise<{ clips: Clips }> {
  try {
    const answer = await fetch(address, { signal: patience() });
    if (!answer.ok) throw new Error(`${answer.status}`);
    await cache?.put(address, answer.clone()).catch(() => undefined);
    // Our own API answers by the contract.
    return (await answer.json()) as { clips: Clips };
  } catch {
    const known = await cache?.match(address);
    return known ? ((await known.json()) as { clips: Clips }) : { clips: {} };
  }
}

const addressOfClip = ({ siteId, language }: Tongue, { sha256 }: PublishedClip) =>
  addressOf(languagesEndpoints.sound, { params: { siteId, language, sha256 } });

/** Tells whether a clip is on this phone already. */
export async function isClipHere(tongue: Tongue, clip: PublishedClip): Promise<boolean> {
  return (await (await kept())?.match(addressOfClip(tongue, clip))) !== undefined;
}

/** Fetches a clip once and keeps it. Throws when there is neither a copy nor a network. */
export async function clipFile(tongue: Tongue, clip: PublishedClip): Promise<Blob> {
  const address = addressOfClip(tongue, clip);
  const cache = await kept();
  const known = await cache?.match(address);
  if (known) return known.blob();
  const answer = await fetch(address, { signal: patience() });
  if (!answer.ok) throw new Error(`${answer.status}`);
  await cache?.put(address, answer.clone()).catch(() => undefined);
  return answer.blob();
}

/** Who listens once will listen again, perhaps without a network: fetches the rest, one by one, unless data is dear. */
export async function keepAll(tongue: Tongue, clips: Clips): Promise<void> {
  // Not every browser tells, and TypeScript knows of none.
  const { connection }: Navigator & { connection?: { saveData?: boolean } } = navigator;
  if (connection?.saveData || !(await kept())) return;
  for (const clip of Object.values(clips)) await clipFile(tongue, clip);
}
