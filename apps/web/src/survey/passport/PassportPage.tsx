import { type PassportForm, passportForms, passportsEndpoints } from '@kannwas/schema/survey/passports';
import { said } from '@kannwas/schema/survey/questions';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callForFile, ProblemError } from '../../app/call.ts';
import { Picture } from '../../ui/Picture.tsx';
import { addressOf } from '../address.ts';
import { Frame } from '../frame/Frame.tsx';
import { Link } from '../frame/Link.tsx';
import { useLanguage } from '../frame/use-language.ts';
import styles from '../pages/pages.module.css';
import { paramsOf } from '../phone/kept.ts';
import { usePhone } from '../phone/phone.ts';
import { Copies } from './Copies.tsx';
import { Issued } from './Issued.tsx';
import room from './passport.module.css';
import { Ready } from './Ready.tsx';

type Making = { at: 'idle' | 'making' | 'failed' | 'refused' } | { at: 'ready'; file: File };

/** The paper as a thing of value: chosen, made, opened, sent, kept, and withdrawn. */
export function PassportPage() {
  const { t } = useTranslation(['passport', 'survey', 'common']);
  const language = useLanguage();
  const { response, folded } = usePhone();
  const [making, tell] = useState<Making>({ at: 'idle' });
  const [made, count] = useState(0);
  const params = response && paramsOf(response);
  const wanted = said(folded.answers, 'consentResult')?.given === true && making.at !== 'refused';
  const make = async (form: PassportForm) => {
    if (!params || making.at === 'making') return;
    tell({ at: 'making' });
    try {
      const wish = { params, body: { form, language }, code: response.code };
      const paper = await callForFile(passportsEndpoints.make, wish);
      tell({ at: 'ready', file: new File([paper], `kannwas-${form}.pdf`, { type: 'application/pdf' }) });
      count((before) => before + 1);
    } catch (error) {
      tell({ at: error instanceof ProblemError && error.code === 'consentNeeded' ? 'refused' : 'failed' });
    }
  };
  const heading = t(($) => $.page.heading);
  return (
    <Frame place={{ at: 'passport' }} title={heading} back={addressOf(language, { at: 'done' })}>
      <Picture of="start/consentResult" className={styles.art} />
      <h1 tabIndex={-1} className={styles.heading}>
        {heading}
      </h1>
      <p>{t(($) => $.page.what)}</p>
      {!params && <Link to={addressOf(language, { at: 'code' })}>{t(($) => $.survey.welcome.haveCode)}</Link>}
      {params && !wanted && (
        <>
          <p className={styles.notice}>
            {t(($) => $.page.needsConsent, { purpose: t(($) => $.survey.questions.consentResult.label) })}
          </p>
          <Link to={addressOf(language, { at: 'question', page: 'consent' })} className={styles.go}>
            {t(($) => $.common.change)}
          </Link>
        </>
      )}
      {params && wanted && (
        <fieldset className={room.forms} disabled={making.at === 'making'}>
          <legend>{t(($) => $.page.which)}</legend>
          {passportForms.map((form) => (
            <button key={form} type="button" className={room.form} onClick={() => void make(form)}>
              <Sketch form={form} />
              <span>
                <strong>{t(($) => $.page[form])}</strong>
                <span className={styles.hint}>{t(($) => $.page[`${form}Hint`])}</span>
              </span>
            </button>
          ))}
        </fieldset>
      )}
      <div role="status">
        {making.at === 'making' && <p>{t(($) => $.page.making)}</p>}
        {making.at === 'ready' && <Ready file={making.file} />}
        {making.at === 'failed' && <p className={styles.notice}>{t(($) => $.page.failed)}</p>}
      </div>
      {params && <Issued params={params} code={response.code} made={made} />}
      <Copies />
    </Frame>
  );
}

/** What the paper looks like: a sheet in two columns with its code, or several. */
function Sketch({ form }: { form: PassportForm }) {
  const lines = [14, 19, 24, 32, 37, 42];
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 44 58" className={room.sketch}>
      {form === 'long' && <rect x="6" y="1" width="36" height="50" rx="2" />}
      <rect x="2" y="5" width="36" height="50" rx="2" />
      <path d={lines.map((y) => `M6 ${y + 4}h13m3 0h12`).join('')} />
      <rect x="29" y="9" width="5" height="5" className={room.ink} />
    </svg>
  );
}
