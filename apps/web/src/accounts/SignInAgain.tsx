import type { Me } from '@kannwas/schema/accounts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './accounts.module.css';
import { SignInForm } from './SignInForm.tsx';

type Props = { before: Me; onSignedIn: (me: Me) => void; onLeave: () => void };

/** Asks to sign in again over the page as it stands, so that nothing typed there is lost. */
export function SignInAgain({ before, onSignedIn, onLeave }: Props) {
  const { t } = useTranslation('desk');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.again}
      aria-labelledby="again"
      // Escape would leave somebody who is not signed in before the page.
      onCancel={(event) => event.preventDefault()}
    >
      <h1 id="again">{t(($) => $.signIn.expiredHeading)}</h1>
      <p>{t(($) => $.signIn.expired)}</p>
      <SignInForm email={before.email} onSignedIn={onSignedIn} />
      <button type="button" onClick={onLeave}>
        {t(($) => $.signIn.leave)}
      </button>
    </dialog>
  );
}
