import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { usePhone } from '../phone/phone.ts';
import { readRoom } from '../rooms.ts';

/** No site asks sooner than after a month. */
const soonest = 27 * 86_400_000;

/** Asks whether everything is still true, where it was told long ago; nobody else's phone fetches anything for it. */
export function Still() {
  const language = useLanguage();
  const { response, events } = usePhone();
  const last = events.at(-1);
  const old = response?.started && last && Date.now() - Date.parse(last.recordedAt) > soonest;
  const loaded = useLoaded(
    useCallback(async () => {
      if (!old) return undefined;
      const [{ StillTrue }] = await Promise.all([import('./StillTrue.tsx'), readRoom('mine', language)]);
      return { StillTrue, language };
    }, [old, language]),
  );
  if (!response || loaded.state !== 'loaded' || loaded.value?.language !== language) return null;
  return <loaded.value.StillTrue response={response} />;
}
