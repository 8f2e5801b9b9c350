import { type Language, languages } from '@kannwas/schema/codes';

/**
 * The phone's own voice for a language. Voices that speak from somewhere else are left out: they would tell a company
 * which question is being read, and fall silent without a network.
 */
export function voiceOf(language: Language): SpeechSynthesisVoice | undefined {
  const sought = [language, primary(languages[language].locale)];
  return voices().find(({ lang, localService }) => localService && sought.includes(primary(lang)));
}

/** Calls whenever the list of voices changes: many phones have none at first. */
export function watchVoices(onChange: () => void): void {
  // Some browsers of apps have no speech at all.
  globalThis.speechSynthesis?.addEventListener?.('voiceschanged', onChange);
}

const voices = () => globalThis.speechSynthesis?.getVoices() ?? [];

/** `fa` of `fa-AF`, as some phones write `fa_AF`. */
const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0] ?? tag;

/** What is being said: browsers forget to say that it ended when nobody holds it. */
let speaking: SpeechSynthesisUtterance | undefined;

/** Says a text, and is done when it ended or was hushed. */
export function say(text: string, voice: SpeechSynthesisVoice): Promise<void> {
  // Leichte Sprache parts long words for the eye; a voice would stumble, or say "dot".
  const utterance = new SpeechSynthesisUtterance(text.replaceAll('·', ''));
  utterance.voice = voice;
  utterance.lang = voice.lang;
  // A little slower than usual, for who listens in a hurry or with fear.
  utterance.rate = 0.9;
  speaking = utterance;
  return new Promise((resolve) => {
    utterance.onend = () => resolve();
    utterance.onerror = () => resolve();
    speechSynthesis.speak(utterance);
  });
}

/** Stops what is being said. Where nothing is, it does nothing: some phones swallow what is said right after. */
export function hush(): void {
  if (speaking) speechSynthesis.cancel();
  speaking = undefined;
}
