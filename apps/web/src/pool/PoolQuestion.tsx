import { civilianGroups } from '@kannwas/catalogue/occupations';
import { groupings } from '@kannwas/schema/pool/grammar';
import { availabilities, germanLevels } from '@kannwas/schema/snapshots';
import { useTranslation } from 'react-i18next';
import { useNames } from '../app/desk/names.ts';
import { PoolSearch } from '../app/paths.ts';
import { useSite } from '../app/session.ts';
import styles from './pool.module.css';

type Props = { question: PoolSearch; onChange: (question: PoolSearch) => void };

/** The question as a sentence whose parts can be chosen; the answer follows each choice. */
export function PoolQuestion({ question, onChange }: Props) {
  const { t } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const names = useNames();
  const { districts } = useSite();
  const choose = (part: keyof PoolSearch, code: string) =>
    onChange(PoolSearch.parse({ ...question, [part]: code === '' ? undefined : code }));

  return (
    <form className={styles.question} onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend className="unseen">{t(($) => $.question.legend)}</legend>
        <p className={styles.sentence}>
          <span>{t(($) => $.question.begin)}</span>{' '}
          <Part
            label={t(($) => $.question.occupation)}
            any={desk(($) => $.everyOccupation)}
            options={civilianGroups.map((code) => [code, names.group(code)])}
            value={question.occupation}
            onChoose={(code) => choose('occupation', code)}
          />{' '}
          {t(($) => $.question.in)}{' '}
          <Part
            label={t(($) => $.question.district)}
            any={desk(($) => $.wholeSite)}
            options={districts.map(({ code, name }) => [code, name])}
            value={question.district}
            onChoose={(code) => choose('district', code)}
          />{' '}
          {t(($) => $.question.with)}{' '}
          <Part
            label={t(($) => $.question.german)}
            any={t(($) => $.question.anyGerman)}
            // "At least none" is everybody, which the first line of the list already says.
            options={germanLevels.slice(1).map((level) => [level, desk(($) => $.german[level])])}
            value={question.german}
            onChoose={(code) => choose('german', code)}
          />
          {', '}
          <Part
            label={t(($) => $.question.availability)}
            any={t(($) => $.question.anyAvailability)}
            options={availabilities.map((one) => [one, t(($) => $.availability[one])])}
            value={question.availability}
            onChoose={(code) => choose('availability', code)}
          />
        </p>
      </fieldset>
      <fieldset className={styles.by}>
        <legend>{t(($) => $.question.by)}</legend>
        {groupings.map((grouping) => (
          <label key={grouping}>
            <input
              type="checkbox"
              checked={question.by?.includes(grouping) ?? false}
              onChange={({ target }) => choose('by', toggled(question.by, grouping, target.checked))}
            />
            {grouping === 'occupation' ? t(($) => $.question.byOccupation) : t(($) => $.question.byDistrict)}
          </label>
        ))}
        <button type="button" onClick={() => onChange(PoolSearch.parse({}))}>
          {t(($) => $.question.reset)}
        </button>
      </fieldset>
    </form>
  );
}

type PartProps = {
  label: string;
  any: string;
  options: readonly (readonly [string, string])[];
  value: string | undefined;
  onChoose: (code: string) => void;
};

function Part({ label, any, options, value = '', onChoose }: PartProps) {
  return (
    <select
      className={styles.part}
      aria-label={label}
      value={value}
      onChange={({ target }) => onChoose(target.value)}
    >
      <option value="">{any}</option>
      {options.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Keeps the order of the grammar, so that the same question has the same address. */
function toggled(by: string | undefined, grouping: string, on: boolean): string {
  const chosen = new Set(by?.split(',') ?? []);
  if (on) chosen.add(grouping);
  else chosen.delete(grouping);
  return groupings.filter((one) => chosen.has(one)).join(',');
}
