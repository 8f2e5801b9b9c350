import type desk from '@kannwas/catalogue/languages/en/desk.json';
import type { Place } from '@kannwas/schema/pool/table';
import type { Site } from '@kannwas/schema/sites';
import { useTranslation } from 'react-i18next';
import { useSite } from '../session.ts';

type Land = keyof typeof desk.lands;

/**
 * The names of published places: a Land and a Kreis by their official number, everything else by its districts, small
 * ones that were joined together as "Walbeck + Wiederstedt". A code that nobody knows is shown as it is.
 */
export function usePlaceNames(places: readonly Place[]): (code: string) => string {
  const { t } = useTranslation('desk');
  const site = useSite();
  return (code) => {
    const place = places.find((one) => one.code === code);
    if (!place || site.districts.some((district) => district.code === code)) return joined(site, place, code);
    if (/^\d{2}$/.test(code)) return t(($) => $.lands[code as Land], { defaultValue: code });
    if (/^\d{5}$/.test(code)) return t(($) => $.kreis, { code });
    return joined(site, place, code);
  };
}

function joined({ districts }: Site, place: Place | undefined, code: string): string {
  const nameOf = (district: string) => districts.find((one) => one.code === district)?.name ?? district;
  return (place?.districts ?? [code]).map(nameOf).join(' + ');
}
