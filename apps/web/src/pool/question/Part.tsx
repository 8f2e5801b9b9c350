import { useTranslation } from 'react-i18next';
import type { Bound } from './question.ts';

export type Option = { code: string; name: string; bound?: Bound | undefined };
type Props = {
  className: string | undefined;
  label: string;
  /** What stands here as long as nothing is chosen. */
  any: string;
  options: readonly Option[];
  value: string | undefined;
  onChoose: (code: string | undefined) => void;
};

/** A word of the sentence that can be chosen. Where the grammar allows no choice, the list says why. */
export function Part({ className, label, any, options, value = '', onChoose }: Props) {
  const { t } = useTranslation('pool');
  const open = options.filter(({ bound }) => bound === undefined);
  const [first] = options;
  return (
    <select
      className={className}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value || undefined)}
    >
      <option value="">{any}</option>
      {open.length === 0 && first?.bound ? (
        <option disabled>{t(($) => $.bounds.short[first.bound ?? 'other'])}</option>
      ) : (
        options.map(({ code, name, bound }) => (
          <option key={code} value={code} disabled={bound !== undefined}>
            {bound === undefined ? name : `${name} – ${t(($) => $.bounds.short[bound])}`}
          </option>
        ))
      )}
    </select>
  );
}
