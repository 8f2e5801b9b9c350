import type { Published } from '@kannwas/schema/pool/table';
import { useTranslation } from 'react-i18next';
import { Explain } from './Explain.tsx';

/** A published count that says on a press how exact it is; a withheld one reads "<10" and says why. */
export function Count({ of: count }: { of: Published }) {
  const { t, i18n } = useTranslation('desk');
  return count === null ? (
    <Explain heading={t(($) => $.count.whyHeading)} text={t(($) => $.count.why)}>
      {t(($) => $.count.withheldShort)}
    </Explain>
  ) : (
    <Explain heading={t(($) => $.count.roundHeading)} text={t(($) => $.count.round)}>
      {count.toLocaleString(i18n.language)}
    </Explain>
  );
}

/** Sorts and draws a count: a withheld one stands between nothing and the smallest that is shown. */
export function heightOf(count: Published): number {
  return count ?? 1;
}
