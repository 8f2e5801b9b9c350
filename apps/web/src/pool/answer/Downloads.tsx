import { exportFormats, poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../../app/call.ts';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { sendable } from '../question/question.ts';
import styles from './answer.module.css';

/** The same table as a file, in the language of the desk. It costs nothing: the question was already asked. */
export function Downloads({ question }: { question: PoolSearch }) {
  const { t, i18n } = useTranslation('pool');
  const { id: siteId } = useSite();
  const language = i18n.language === 'en' ? 'en' : 'de';
  return (
    <p className={styles.downloads}>
      <span id="downloads">{t(($) => $.download.label)}</span>
      {exportFormats.map((format) => (
        <a
          key={format}
          href={addressOf(poolEndpoints.export, {
            params: { siteId },
            querystring: { ...sendable(question), format, language },
          })}
          aria-describedby="downloads"
          download
        >
          {t(($) => $.download[format])}
        </a>
      ))}
    </p>
  );
}
