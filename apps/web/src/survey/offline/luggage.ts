import { moreBytes } from 'virtual:pictures';
import type { Language } from '@kannwas/schema/codes';
import { type Clips, clipFile, isClipHere, loadClips, type Tongue } from '../sound/clips.ts';
import { isKept, keep } from './worker.ts';

/** What is still to be fetched of pictures and sound: how much, and in how many files. */
export type Luggage = {
  bytes: number;
  files: number;
  pictures: boolean;
  sound: { tongue: Tongue; clips: Clips } | undefined;
};

/** So many files the pictures count for: nobody waits for exactly the last one. */
const pictureFiles = 40;

/** Finds out what of pictures and sound is not on this phone yet. */
export async function weighLuggage(siteId: string | undefined, language: Language): Promise<Luggage> {
  const pictures = !(await isKept('pictures'));
  const tongue = siteId === undefined ? undefined : { siteId, language };
  const clips = tongue ? await clipsAway(tongue) : {};
  const sizes = Object.values(clips).map(({ size }) => size);
  return {
    bytes: (pictures ? moreBytes : 0) + sizes.reduce((sum, size) => sum + size, 0),
    files: (pictures ? pictureFiles : 0) + sizes.length,
    pictures,
    sound: tongue && { tongue, clips },
  };
}

/** Fetches it. Throws when something did not come through; what came stays. */
export async function packLuggage(luggage: Luggage, tell: (done: number) => void): Promise<void> {
  const { pictures, sound } = luggage;
  if (pictures) await keep('pictures', (done) => tell(Math.min(done, pictureFiles)));
  let done = pictures ? pictureFiles : 0;
  for (const clip of Object.values(sound?.clips ?? {})) {
    if (sound) await clipFile(sound.tongue, clip);
    done += 1;
    tell(done);
  }
}

async function clipsAway(tongue: Tongue): Promise<Clips> {
  const away: [string, Clips[string]][] = [];
  for (const [key, clip] of Object.entries(await loadClips(tongue))) {
    if (!(await isClipHere(tongue, clip))) away.push([key, clip]);
  }
  return Object.fromEntries(away);
}
