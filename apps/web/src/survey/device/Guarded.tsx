import { useCallback } from 'react';
import { useLoaded } from '../../ui/use-loaded.ts';
import { useLanguage } from '../frame/use-language.ts';
import { usePhone } from '../phone/phone.ts';

/** The guard of a shared phone, as soon as there is something to guard. */
export function Guarded() {
  const { shared, response } = usePhone();
  return shared && response ? <LaterGuard /> : null;
}

function LaterGuard() {
  const language = useLanguage();
  const loaded = useLoaded(
    useCallback(async () => {
      const [{ IdleGuard }, { readPhoneTexts }] = await Promise.all([
        import('./IdleGuard.tsx'),
        import('./texts.ts'),
      ]);
      await readPhoneTexts(language);
      return { IdleGuard };
    }, [language]),
  );
  return loaded.state === 'loaded' ? <loaded.value.IdleGuard /> : null;
}
