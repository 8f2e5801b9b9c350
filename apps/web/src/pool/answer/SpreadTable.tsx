import type { Published } from '@kannwas/schema/pool/table';
import { useTranslation } from 'react-i18next';
import { Count, heightOf } from '../../ui/desk/table/Count.tsx';
import { type Column, DeskTable } from '../../ui/desk/table/DeskTable.tsx';
import { Explain } from '../../ui/desk/table/Explain.tsx';
import { usePoolWords } from '../question/words.ts';
import type { Cell, Line, Spread } from './spread-table.ts';

type Props = { caption: string; spread: Spread; total: Published };

/** One line for each code; with two dimensions a column for each code of the shorter one, and the margins. */
export function SpreadTable({ caption, spread, total }: Props) {
  const { t } = useTranslation('pool');
  const { dimensionName, codeName } = usePoolWords();
  const { down, across, acrossCodes, lines, foot } = spread;
  const ofAll = 'all';
  const columns: Column<Line>[] = [
    {
      name: 'name',
      heading: dimensionName(down),
      cell: ({ code }) => (code === ofAll ? t(($) => $.spread.all) : codeName(down, code)),
      sortBy: ({ code }) => codeName(down, code),
    },
    {
      name: 'all',
      heading: across ? t(($) => $.spread.all) : t(($) => $.spread.people),
      numeric: true,
      cell: ({ all }) => <Shown cell={all} />,
      sortBy: ({ all }) => sortedBy(all),
    },
    ...acrossCodes.map(
      (code, place): Column<Line> => ({
        name: code,
        heading: across ? codeName(across, code) : code,
        numeric: true,
        cell: (line) => <Shown cell={line.across[place] ?? nothing} />,
        sortBy: (line) => sortedBy(line.across[place] ?? nothing),
      }),
    ),
  ];
  const isList = down === 'occupation' || down === 'place';
  return (
    <DeskTable
      key={`${down}~${across}`}
      caption={caption}
      columns={columns}
      rows={lines}
      foot={across ? [{ code: ofAll, all: { count: total, hidden: false }, across: foot }] : []}
      keyOf={({ code }) => code}
      // What has an order of its own, such as German, keeps it.
      sorting={{ column: isList ? 'all' : 'none', down: true }}
    />
  );
}

const nothing: Cell = { count: null, hidden: true };
const sortedBy = ({ count, hidden }: Cell) => (hidden ? 0 : heightOf(count));

function Shown({ cell: { count, hidden } }: { cell: Cell }) {
  const { t } = useTranslation('pool');
  if (!hidden) return <Count of={count} />;
  return (
    <Explain heading={t(($) => $.spread.whyHidden)} text={t(($) => $.spread.hiddenWhy)}>
      –
    </Explain>
  );
}
