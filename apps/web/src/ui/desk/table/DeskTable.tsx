import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../desk.module.css';

export type Column<Row> = {
  name: string;
  heading: string;
  cell: (row: Row) => ReactNode;
  /** What the column is sorted by; a column without it cannot be sorted. */
  sortBy?: (row: Row) => string | number;
  numeric?: boolean;
};

export type Sorting = { column: string; down: boolean };

type Props<Row> = {
  /** Said by screen readers before the table, and the name of the area that scrolls. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  sorting: Sorting;
  /** Rows that stand below all others, however one sorts: totals. */
  foot?: readonly Row[];
};

/** A table that one sorts by its headings; the first column names the row. */
export function DeskTable<Row>({ caption, columns, rows, keyOf, sorting: initial, foot = [] }: Props<Row>) {
  const [sorting, setSorting] = useState(initial);
  const sorted = sortRows(rows, columns, sorting);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, and must do so by keyboard too.
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.name} {...{ column, sorting, setSorting }} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <Cells key={keyOf(row)} columns={columns} row={row} />
          ))}
        </tbody>
        {foot.length > 0 && (
          <tfoot>
            {foot.map((row) => (
              <Cells key={keyOf(row)} columns={columns} row={row} />
            ))}
          </tfoot>
        )}
      </table>
    </section>
  );
}

type HeadingProps<Row> = { column: Column<Row>; sorting: Sorting; setSorting: (sorting: Sorting) => void };

function Heading<Row>({ column, sorting, setSorting }: HeadingProps<Row>) {
  const { t } = useTranslation('desk');
  const { name, heading, sortBy, numeric } = column;
  const here = sorting.column === name;
  const order = here ? (sorting.down ? 'descending' : 'ascending') : 'none';
  const className = numeric ? styles.numeric : undefined;
  if (!sortBy) {
    return (
      <th scope="col" className={className}>
        {heading}
      </th>
    );
  }
  return (
    <th scope="col" className={className} aria-sort={order}>
      <button
        type="button"
        className={styles.sort}
        title={t(($) => $.table.sort, { column: heading })}
        // Numbers begin with the largest, words with the first letter.
        onClick={() => setSorting({ column: name, down: here ? !sorting.down : numeric === true })}
      >
        {heading} <span aria-hidden="true">{here ? (sorting.down ? '↓' : '↑') : '↕'}</span>
      </button>
    </th>
  );
}

function Cells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return (
    <tr>
      {columns.map(({ name, cell, numeric }, place) =>
        place === 0 ? (
          <th key={name} scope="row">
            {cell(row)}
          </th>
        ) : (
          <td key={name} className={numeric ? styles.numeric : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  );
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], { column, down }: Sorting) {
  const sortBy = columns.find(({ name }) => name === column)?.sortBy;
  if (!sortBy) return rows;
  const direction = down ? -1 : 1;
  return rows.toSorted((a, b) => direction * compare(sortBy(a), sortBy(b)));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
}
