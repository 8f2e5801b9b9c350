import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sitesQuery } from '../app/session.ts';
import { LanguageSwitch } from '../ui/desk/LanguageSwitch.tsx';
import { usePageTitle } from '../ui/desk/page-title.ts';
import styles from './accounts.module.css';
import { DemoAccounts } from './DemoAccounts.tsx';
import { SignInForm } from './SignInForm.tsx';

/** The door of the desk. It stands at every address: after signing in one is where one wanted to go. */
export function SignInPage({ signedOut }: { signedOut: boolean }) {
  const { t } = useTranslation('desk');
  const heading = usePageTitle(t(($) => $.signIn.heading));
  const [email, setEmail] = useState('');
  const { data: sites = [] } = useQuery(sitesQuery);
  const demo = sites.some((site) => site.demo);
  return (
    <div className={styles.door}>
      <header>
        <strong>{t(($) => $.product)}</strong>
        <LanguageSwitch />
      </header>
      <main id="content">
        {signedOut && <p role="status">{t(($) => $.account.signedOut)}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {t(($) => $.signIn.heading)}
        </h1>
        <p>
          {t(($) => $.signIn.lead)} <a href="/">{t(($) => $.signIn.toSurvey)}</a>
        </p>
        <SignInForm key={email} email={email} />
        {demo && <DemoAccounts onChoose={setEmail} />}
      </main>
    </div>
  );
}
