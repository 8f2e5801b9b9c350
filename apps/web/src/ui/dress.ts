import type { Language } from '@kannwas/schema/codes';

/**
 * Fetches the typeface for a language when everything else is done. Nobody waits for it, and who saves traffic or
 * is on a slow network keeps the phone's own.
 */
export function dress(language: Language): void {
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  if (connection?.saveData || (connection?.effectiveType && connection.effectiveType !== '4g')) return;
  const fetchType = () => {
    const arabic = language === 'ar';
    Promise.all([import('./fonts.css'), arabic && import('./fonts-arabic.css')]).catch(() => undefined);
  };
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(fetchType, { timeout: 5000 });
  else setTimeout(fetchType, 3000);
}
