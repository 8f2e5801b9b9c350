import type { Language } from '@kannwas/schema/codes';
import { type Clips, clipFile, keepAll, loadClips, type Tongue } from './clips.ts';
import { heard, type Said, tellHeard } from './heard.ts';
import { hush, say, voiceOf, watchVoices } from './voice.ts';

// One for all: a browser that let it play once lets it play again.
const audio = new Audio();
let tongue: { siteId: string | undefined; language: Language } | undefined;
let keeping: Clips | undefined;
/** Ends the waiting for the file that is playing. */
let finish: (() => void) | undefined;
/** Each press begins a new round; what an old one still wanted to say stays unsaid. */
let round = 0;

watchVoices(() => tongue && tellHeard({ hasVoice: voiceOf(tongue.language) !== undefined }));

/** Finds out what can be heard in a language at a site. */
export async function tune(wanted: { siteId: string | undefined; language: Language }): Promise<void> {
  stop();
  tongue = wanted;
  tellHeard({ clips: {}, hasVoice: voiceOf(wanted.language) !== undefined });
  const { siteId, language } = wanted;
  const clips = siteId === undefined ? {} : await loadClips({ siteId, language });
  if (tongue === wanted) tellHeard({ clips });
}

/** Reads some texts aloud, one after another; what was being read stops. */
export async function play(id: string, texts: readonly Said[]): Promise<void> {
  stop();
  const mine = round;
  tellHeard({ playing: id });
  for (const text of texts) {
    if (mine === round) await read(text, () => mine === round);
  }
  if (mine === round) tellHeard({ playing: undefined });
}

/** Stops at once. */
export function stop(): void {
  round += 1;
  audio.pause();
  finish?.();
  hush();
  if (heard().playing !== undefined) tellHeard({ playing: undefined });
}

/** The clip of the site, else the voice of the phone, else nothing. */
async function read({ key, text }: Said, isWanted: () => boolean): Promise<void> {
  const clip = heard().clips[key];
  if (clip && tongue?.siteId !== undefined) {
    const here: Tongue = { ...tongue, siteId: tongue.siteId };
    try {
      const file = await clipFile(here, clip);
      if (isWanted()) await sound(file);
      keepRest(here);
      return;
    } catch {
      // Not to be had, or not to be played: then the voice of the phone.
    }
  }
  const voice = tongue && voiceOf(tongue.language);
  if (voice && isWanted()) await say(text, voice);
}

/** Plays a file, and is done when it ended or was stopped. Throws when it cannot be played. */
async function sound(file: Blob): Promise<void> {
  const address = URL.createObjectURL(file);
  try {
    audio.src = address;
    const over = new Promise<void>((resolve, reject) => {
      finish = resolve;
      audio.onended = () => resolve();
      // A call comes in, or the headphones go: the phone stops it. The news of an earlier pause may come late.
      audio.onpause = () => audio.paused && resolve();
      audio.onerror = () => reject(new Error('not playable'));
    });
    await audio.play();
    await over;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function keepRest(here: Tongue): void {
  const { clips } = heard();
  if (keeping === clips) return;
  keeping = clips;
  void keepAll(here, clips).catch(() => undefined);
}
