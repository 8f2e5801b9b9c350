import { typefaces } from 'virtual:typefaces';
import { type Language, languages } from '@kannwas/schema/codes';

type Part = keyof typeof typefaces;

const dressed = new Set<Part>();

/**
 * Offers the typefaces for a language when everything else is done; a browser then fetches those whose letters are on
 * the page. Nobody waits for them, and who saves traffic or is on a slow network keeps the phone's own.
 */
export function dress(language: Language): void {
  const { connection } = navigator as Navigator & {
    connection?: { saveData?: boolean; effectiveType?: string };
  };
  if (connection?.saveData || (connection?.effectiveType && connection.effectiveType !== '4g')) return;
  // Digits, codes, and places are in Latin letters everywhere.
  const parts: readonly Part[] = ['names', 'latin', languages[language].script];
  const offer = () => parts.forEach(offerFaces);
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(offer, { timeout: 5000 });
  else setTimeout(offer, 3000);
}

function offerFaces(part: Part): void {
  if (dressed.has(part)) return;
  dressed.add(part);
  for (const { address, letters } of typefaces[part]) {
    const looks = { weight: '400 700', display: 'swap', unicodeRange: letters } as const;
    document.fonts.add(new FontFace('Kannwas', `url(${address})`, looks));
  }
}
