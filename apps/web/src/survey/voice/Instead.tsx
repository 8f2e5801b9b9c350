import type { Question } from '@kannwas/schema/survey/questions';
import { useLoaded } from '../../ui/use-loaded.ts';

const load = () => import('./VoiceInput.tsx');

/** Other ways to answer a page. They come after it: the text box is there at once, and without a network it does. */
export function Instead({ ways }: { ways: readonly Question[] }) {
  const loaded = useLoaded(load);
  if (loaded.state !== 'loaded' || !ways.includes('strengthVoice')) return null;
  return <loaded.value.VoiceInput question="strengthVoice" />;
}
