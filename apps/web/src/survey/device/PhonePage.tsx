import { useTranslation } from 'react-i18next';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { OfflinePart } from '../offline/OfflinePart.tsx';
import styles from '../pages/pages.module.css';
import { usePhone } from '../phone/phone.ts';
import device from './device.module.css';
import { WhosePhone } from './WhosePhone.tsx';
import { wipe } from './wipe.ts';

/** What this phone keeps, whose it is, and how to take everything along or off it. */
export function PhonePage() {
  const { t } = useTranslation(['phone', 'survey']);
  const language = useLanguage();
  const { response } = usePhone();
  return (
    <Frame
      place={{ at: 'phone' }}
      title={t(($) => $.survey.device.link)}
      back={addressOf(language, { at: response ? 'my-code' : 'welcome' })}
    >
      <h1 tabIndex={-1} className={styles.heading}>
        {t(($) => $.survey.device.link)}
      </h1>
      {!response && <WhosePhone />}
      <OfflinePart />
      <section className={device.part} aria-labelledby="take-along">
        <h2 id="take-along">{t(($) => $.take.heading)}</h2>
        <p>{t(($) => $.take.why)}</p>
        {response && (
          <Link to={addressOf(language, { at: 'take' })} className={styles.other}>
            <Picture of="controls/save" className={styles.icon} />
            {t(($) => $.take.make)}
          </Link>
        )}
        <Link to={addressOf(language, { at: 'file' })} className={styles.other}>
          {t(($) => $.survey.enter.haveFile)}
        </Link>
      </section>
      {response && (
        <section className={device.part}>
          <button type="button" className={styles.other} onClick={() => void wipe()}>
            <Picture of="controls/remove" className={styles.icon} />
            {t(($) => $.survey.done.finish)}
          </button>
          <p className={styles.hint}>{t(($) => $.survey.done.finishHint)}</p>
        </section>
      )}
    </Frame>
  );
}
