import { Denominator } from '@kannwas/schema/gaps';

/** One line of the form as it stands on the screen. */
export type TypedRow = { district: string; registered: string; asOf: string };

/** The lines of the form: each district of the site, with what is kept for it. */
export function typedRows(districts: readonly { code: string }[], kept: readonly Denominator[]): TypedRow[] {
  return districts.map(({ code }) => {
    const found = kept.find(({ district }) => district === code);
    return { district: code, registered: String(found?.registered ?? ''), asOf: found?.asOf ?? '' };
  });
}

/**
 * What was changed and is complete, ready to be kept, and what is wrong with the rest. A line that is empty is left
 * alone: there is no way to unknow a number, only a newer one.
 */
export function changedDenominators(rows: readonly TypedRow[], kept: readonly Denominator[]) {
  const denominators: Denominator[] = [];
  const wrong: { at: number; field: 'registered' | 'asOf' }[] = [];
  rows.forEach(({ district, registered, asOf }, at) => {
    const before = kept.find((one) => one.district === district);
    const number =
      registered.trim() === '' ? undefined : Number(registered.replace(/[.,\s](?=\d{3}(?!\d))/g, ''));
    if (number === before?.registered && asOf === (before?.asOf ?? '')) return;
    const checked = Denominator.safeParse({ district, registered: number, asOf });
    if (checked.success) denominators.push(checked.data);
    else {
      const bad = new Set(checked.error.issues.map(({ path }) => path[0]));
      for (const field of ['registered', 'asOf'] as const) if (bad.has(field)) wrong.push({ at, field });
    }
  });
  return { denominators, wrong };
}
