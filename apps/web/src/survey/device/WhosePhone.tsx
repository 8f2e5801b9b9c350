import { useTranslation } from 'react-i18next';
import { Also, Both } from '../beside/Also.tsx';
import cards from '../parts/cards.module.css';
import { usePhone } from '../phone/phone.ts';
import { sayWhosePhone } from '../phone/response.ts';

const kinds = ['own', 'shared'] as const;

/** Whose phone this is: asked before the first answer, and remembered for whoever comes next. */
export function WhosePhone() {
  const { t } = useTranslation('survey');
  const { shared, ready } = usePhone();
  return (
    <fieldset>
      <legend>
        {t(($) => $.device.whose)}
        <Also of="survey.device.whose" />
      </legend>
      <div className={cards.row}>
        {kinds.map((kind) => (
          <label key={kind} className={cards.card}>
            <input
              type="radio"
              name="whose"
              // Before the script is here it could not keep the promise.
              disabled={!ready}
              checked={shared === (kind === 'shared')}
              onChange={() => sayWhosePhone(kind === 'shared')}
            />
            <Both of={`survey.device.${kind}`}>{t(($) => $.device[kind])}</Both>
          </label>
        ))}
      </div>
      {shared && (
        <p role="status">
          {t(($) => $.device.sharedHint)}
          <Also of="survey.device.sharedHint" />
        </p>
      )}
    </fieldset>
  );
}
