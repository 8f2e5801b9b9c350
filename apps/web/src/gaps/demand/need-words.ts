import type { NewDemand } from '@kannwas/schema/gaps';
import { useTranslation } from 'react-i18next';
import { useNames } from '../../app/desk/names.ts';
import { useSite } from '../../app/session.ts';

type Row = Pick<NewDemand, 'occupation' | 'district' | 'number'>;

/** The words for a row of demand: its occupation, its district, and the row as a whole. */
export function useNeedWords() {
  const { t } = useTranslation('gaps');
  const names = useNames();
  const { districts } = useSite();
  const occupation = (row: Row) => names.group(row.occupation);
  const district = (row: Row) => districts.find(({ code }) => code === row.district)?.name ?? row.district;
  const rowName = (row: Row) =>
    t(($) => $.demand.row, { number: row.number, occupation: occupation(row), district: district(row) });
  return { occupation, district, rowName };
}
