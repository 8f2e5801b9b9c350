import { useTranslation } from 'react-i18next';
import { figures } from './known/figures.ts';
import { useNumbers } from './known/use-numbers.ts';

/** What is promised, against whom, how far it was measured to hold, and where it ends. */
export function Found() {
  const { t } = useTranslation('method');
  return (
    <>
      <p className="promise">{t(($) => $.found.promise)}</p>
      <p>{t(($) => $.found.who)}</p>
      <Tested />
      <p className="promise">{t(($) => $.found.limit)}</p>
      <p>{t(($) => $.found.groups)}</p>
    </>
  );
}

/** How often somebody was right, by how much they know of all others already. */
function Tested() {
  const { t } = useTranslation('method');
  const { percent, number } = useNumbers();
  const { knowing } = figures;
  if (knowing.length === 0) return <p className="notice">{t(($) => $.known.nothing)}</p>;
  const attacker = (known: number) => {
    if (known === 0) return t(($) => $.found.attackers.none);
    if (known === 1) return t(($) => $.found.attackers.all);
    return t(($) => $.found.attackers.some, { share: percent(known) });
  };
  const rows = [
    { name: t(($) => $.found.attackers.guess), right: knowing[0]?.guessed ?? 0 },
    ...knowing.map(({ known, right }) => ({ name: attacker(known), right })),
  ];
  return (
    <>
      <p>{t(($) => $.found.tested, { number: number(knowing[0]?.n ?? 0) })}</p>
      <dl className="parameters">
        {rows.map(({ name, right }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{percent(Math.round(right * 100) / 100)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
