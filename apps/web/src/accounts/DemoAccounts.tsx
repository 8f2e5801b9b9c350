import type { Role } from '@kannwas/schema/rights';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';

/** The people of the demo site; only a demo instance knows them. */
const people = [
  { name: 'Carla', role: 'case-worker', email: 'carla@demo.example' },
  { name: 'Dmitri', role: 'employer', email: 'dmitri@demo.example' },
  { name: 'Ines', role: 'coordinator', email: 'ines@demo.example' },
  { name: 'Olu', role: 'operator', email: 'olu@demo.example' },
] as const satisfies readonly { name: string; role: Role; email: string }[];

/** Lists the demo accounts on the sign-in page of a demo instance. */
export function DemoAccounts({ onChoose }: { onChoose: (email: string) => void }) {
  const { t } = useTranslation('desk');
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t(($) => $.demoAccounts.heading)}</h2>
      <p>{t(($) => $.demoAccounts.lead)}</p>
      <table>
        <caption className="unseen">{t(($) => $.demoAccounts.table)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(($) => $.demoAccounts.name)}</th>
            <th scope="col">{t(($) => $.demoAccounts.part)}</th>
            <th scope="col">{t(($) => $.signIn.email)}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ name, role, email }) => (
            <tr key={email}>
              <th scope="row">{name}</th>
              <td>{t(($) => $.roles[role])}</td>
              <td>
                <button type="button" onClick={() => onChoose(email)}>
                  {email}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
