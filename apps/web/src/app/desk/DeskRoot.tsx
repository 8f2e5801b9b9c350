import { accountsEndpoints, type Me } from '@kannwas/schema/accounts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInAgain } from '../../accounts/SignInAgain.tsx';
import { SignInPage } from '../../accounts/SignInPage.tsx';
import { Confirm } from '../../ui/desk/form/Confirm.tsx';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { call } from '../call.ts';
import { forgetEverything, meQuery, SessionContext } from '../session.ts';
import { draftsOf } from './drafts.ts';

/**
 * The door: shows the sign-in page to nobody and the desk to somebody. When a session ends while somebody works,
 * the page stays as it is, and they sign in again above it.
 */
export function DeskRoot() {
  const { t } = useTranslation('desk');
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: found, error, refetch } = useQuery(meQuery);
  const [before, setBefore] = useState<Me>();
  const [signedOut, setSignedOut] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [stuck, setStuck] = useState<Error>();
  if (found && found !== before) {
    setBefore(found);
    setSignedOut(false);
  }

  const leave = () => {
    setBefore(undefined);
    setLeaving(false);
    setSignedOut(true);
    client.setQueryData(meQuery.queryKey, null);
    forgetEverything(client);
    void navigate({ to: '/' });
  };
  // Without the server the session would go on: then nobody is told that they are signed out.
  const signOut = () => {
    setStuck(undefined);
    call(accountsEndpoints.signOut, {}).then(leave, setStuck);
  };
  const signedInAgain = (me: Me) => {
    if (me.email === before?.email) {
      void client.invalidateQueries();
      return;
    }
    // Somebody else sits here now: nothing of the one before may be seen.
    forgetEverything(client);
    void navigate({ to: '/' });
  };

  const me = found ?? before;
  if (!me && error) return <Problem error={error} onRetry={() => void refetch()} />;
  if (!me && found === undefined) return <p role="status">{t(($) => $.state.loading)}</p>;
  if (!me) return <SignInPage signedOut={signedOut} />;
  const unsaved = draftsOf(me.email).length;
  return (
    <SessionContext value={{ me, signOut: () => (unsaved > 0 ? setLeaving(true) : signOut()) }}>
      {stuck && <Problem error={stuck} onRetry={signOut} />}
      <Outlet key={me.email} />
      {!found && <SignInAgain before={me} onSignedIn={signedInAgain} onLeave={leave} />}
      {leaving && (
        <Confirm
          question={t(($) => $.account.signOutUnsaved, { count: unsaved })}
          yes={t(($) => $.account.signOut)}
          onYes={signOut}
          onNo={() => setLeaving(false)}
        />
      )}
    </SessionContext>
  );
}
