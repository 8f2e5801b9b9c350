import { partsOf, Question, type Slot } from '@kannwas/schema/survey/questions';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { usePhone } from '../phone/phone.ts';
import { send } from '../phone/send.ts';
import styles from './frame.module.css';
import { Link } from './Link.tsx';
import { useLanguage } from './use-language.ts';

/** Says in plain words where the answers are: on this phone, on their way, received. */
export function StateLine() {
  const { t } = useTranslation('survey');
  const { events, sending, trouble, forgetful, response } = usePhone();
  const waiting = events.filter((event) => event.state === 'waiting').length;
  const notTaken = events.filter(
    (event) => event.state === 'refused' && !isReplaced(event.question, event.id),
  );
  const refused = notTaken.filter(({ question }) => isAsked(question)).length;
  const gone = notTaken.length - refused;

  function isReplaced(question: string, id: string): boolean {
    return events.some((event) => event.question === question && event.state !== 'refused' && event.id > id);
  }

  if (forgetful) return <Line tone="warn" picture="trouble" text={t(($) => $.state.forgetful)} />;
  if (refused > 0)
    return <Line tone="warn" picture="trouble" text={t(($) => $.state.refused, { count: refused })} />;
  if (gone > 0 && waiting === 0)
    return <Line tone="warn" picture="phone" text={t(($) => $.state.gone, { count: gone })} />;
  if (waiting > 0 && sending === 'sending') {
    return <Line picture="sending" text={t(($) => $.state.sending, { count: waiting })} />;
  }
  if (waiting > 0) {
    const canTry = trouble !== undefined && response?.problem === null;
    return (
      <Line picture="phone" text={t(($) => $.state.waiting, { count: waiting })}>
        {canTry && (
          <button type="button" className={styles.tool} onClick={() => void send()}>
            <Picture of="controls/sending" className={styles.icon} />
            {t(($) => $.state.sendNow)}
          </button>
        )}
      </Line>
    );
  }
  if (events.length > 0) return <Line tone="good" picture="received" text={t(($) => $.state.received)} />;
  return <Line picture="phone" text={t(($) => $.state.nothing)} />;
}

/** An older version of the survey may have asked what nobody asks any more. */
const isAsked = (slot: Slot) => Question.safeParse(partsOf(slot).question).success;

type LineProps = {
  text: string;
  picture: 'phone' | 'sending' | 'received' | 'trouble';
  tone?: 'good' | 'warn';
  children?: ReactNode;
};

function Line({ text, picture, tone, children }: LineProps) {
  const { t } = useTranslation('common');
  return (
    <footer className={`${styles.state} ${tone ? styles[tone] : ''}`}>
      <Picture of={`controls/${picture}`} className={styles.icon} />
      <p role="status">{text}</p>
      {children}
      <Link to={addressOf(useLanguage(), { at: 'my-code' })} className={styles.tool}>
        <Picture of="controls/code" className={styles.icon} />
        {t(($) => $.myCode)}
      </Link>
    </footer>
  );
}
