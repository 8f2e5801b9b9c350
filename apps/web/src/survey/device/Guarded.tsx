import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { usePhone } from '../phone/phone.ts';
import { readRoom } from '../rooms.ts';

/** The guard of a shared phone, as soon as there is something to guard. */
export function Guarded() {
  const { shared, response } = usePhone();
  return shared && response ? <LaterGuard /> : null;
}

function LaterGuard() {
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => {
      const [{ IdleGuard }] = await Promise.all([import('./IdleGuard.tsx'), readRoom('phone', language)]);
      return { IdleGuard };
    }, [language]),
  );
  return loaded.state === 'loaded' ? <loaded.value.IdleGuard /> : null;
}
